"""Words for what happens at a point in time: verbs, and nouns that stand for such a verb."""

from __future__ import annotations

from theodolite.extract.words import lexicon
from theodolite.model.claim import Dimension

VERBS = lexicon.words(
    """rule relocate release launch unveil introduce publish announce debut open-source ship roll deploy
    found co-found establish create set open close shut start begin stop end halt suspend resume ban
    block restrict bar prohibit impose tighten loosen lift ease sanction blacklist approve pass
    adopt enact sign ratify repeal reject veto propose issue order file sue settle fine win lose
    award raise secure receive invest buy acquire sell merge spin split list delist hire fire
    appoint name elect resign quit leave join step move relocate return meet visit host hold attend
    testify speak deliver present demonstrate show reveal disclose leak hack breach steal break
    crash fail collapse happen occur take arrive come go enter exit withdraw pull cancel delay
    postpone scrap abandon drop cut reach hit surpass overtake beat top match exceed cross become
    turn double complete finish build produce make develop train test patent discover invent achieve
    score rank rename rebrand restructure partner team agree pledge commit promise land sack oust
    replace outlaw fork update upgrade shift switch declare warn tell ask call vote extend expand
    earmark allocate grant donate fund back lead commission export import seize arrest indict charge
    convict sentence fall put write kick die expire premiere post upload inaugurate incorporate bear
    revoke rescind overturn implement publicise publicize outline table ink seal clinch conclude
    strike co-launch relaunch reopen recruit poach promote demote depose reinstate nominate confirm
    dismiss retire relinquish defect emigrate immigrate preview tape trial pilot install dismantle
    demolish evacuate nationalise nationalize privatise privatize float spinoff subpoena raid probe
    investigate embargo violate infringe expose uncover detect copyright trademark trounce defeat
    eclipse shatter smash sweep graduate enrol enroll consolidate liquidate dissolve disband shutter
    mothball discontinue sunset phase retract correct apologise apologize concede surrender
    eliminate exclude disqualify shortlist select choose pick crown grill detain deport extradite
    plead throw uphold reverse quash waive exempt clear greenlight bid tender oppose protest
    petition submit energise energize unplug throttle cap slash halve hike refund migrate integrate
    enlist tap dispatch transfer smuggle intercept confiscate impound jail acquit pardon restart
    reroute divert overhaul reorganise reorganize reshuffle axe furlough shed unionise unionize
    boycott rattle stun shock jolt spook roil wow dethrone sample qualify validate showcase tease
    patch fix jailbreak distil distill pretrain summon lobby accuse blame rebuke condemn criticise
    criticize denounce threaten warn_off press urge demand offer accept decline refuse turn_down
    outbid underwrite subsidise subsidize bail rescue lend borrow default dispute contest appeal
    countersue drop_out enlarge expel readmit open- sourced forge strike_out entice lure snap swap
    trade_in pivot rush criminalise unseal redact preprint downgrade deprecate port ban_from curtail
    toughen harden stiffen abolish shelve revive resurrect rehire reappoint recuse recall freeze
    unfreeze unblock unban reauthorise reauthorize amend enshrine decree authorise authorize licence
    license certify accredit mandate require subscribe relicense opensource renew barricade takeover
    spun"""
)
"""Plain forms of verbs whose happening with a date is an event."""

NO_EVENT = lexicon.words(
    """be have do say tell state argue believe think expect estimate know want need seem appear remain stay
    keep continue grow rise fall increase decrease decline account total amount average lag trail
    dominate stand see spend cost earn generate represent comprise include contain mean suggest
    indicate project predict forecast plan aim hope try use rely depend own like love feel look live
    work study serve get let help note report write cite consider regard describe understand hear
    learn find follow compare range vary differ contribute publish_to employ number count exceed
    trade record log book sit lie belong exist consist register drop climb soar surge jump plunge
    slip dip gain shrink slow accelerate narrow widen ask call warn respond reply answer comment
    explain claim agree_that outperform underperform finish_behind disappoint please delight amaze"""
)
"""Verbs that with a date still state no event: being, saying, thinking, and figures that change."""

STATIVE = lexicon.words(
    """value price base locate consider regard see view expect believe estimate rate use need require mean
    compare surprise interest worry concern impress delight dominate drive design equip fill divide
    suppose bear call know name_after associate relate connect limit involve spread share house
    headquarter staff aim bind blame thank reason tie allege suspect rumour rumor say report think
    list_on date intend oblige equate"""
)
"""Verbs whose passive says how something is, not what was done to it on a day."""

COUNTED = lexicon.words(
    """arrest seize charge indict survey interview blacklist sanction detain fine raid jail confiscate
    impound intercept deport sue expel summon smuggle order approve sign ban remove"""
)
"""Deeds done to so many at once, which the number makes no mere figure: "seized 300 servers"."""

OUTPUT = lexicon.words(
    "make produce build file publish release train graduate add create sell develop grant issue win have"
)
"""What is done over a year by so many: "made 200,000 chips" is a figure."""

MEASURES = lexicon.words(
    "ban bar block restrict prohibit forbid sanction limit curb embargo blacklist outlaw require "
    "subsidise subsidize"
)
"""Verbs for measures, which begin at the date since which they hold."""

SAYING = lexicon.words(
    """say state tell warn argue speak testify report write note declare claim add comment"""
)
"""Verbs of saying, which with a day say when somebody spoke."""

TRANSITIVE = lexicon.words(
    """set make build produce train develop show reveal reach hit pass cut take lead back fund top beat
    match exceed cross turn put write tell ask call order test become double drop pull move hold
    attend return speak warn score rank stop end fall die post go come"""
)
"""Verbs of these that say something definite only with a named party or thing on both sides."""

NOUNS: dict[str, str] = {
    **dict.fromkeys(("release", "rollout", "roll-out"), "released"),
    "launch": "launched",
    "debut": "debuted",
    "unveiling": "unveiled",
    "introduction": "introduced",
    "publication": "published",
    "announcement": "announced",
    "founding": "founded",
    "acquisition": "acquired",
    "takeover": "acquired",
    "merger": "merged",
    "resignation": "resigned",
    "appointment": "appointed",
    "ban": "banned",
    "signing": "signed",
    "adoption": "adopted",
    "passage": "passed",
    "arrival": "arrived",
    "collapse": "collapsed",
    "death": "died",
    "ouster": "ousted",
    "departure": "left",
    "opening": "opened",
    "closure": "closed",
    "visit": "visited",
    "meeting": "met",
    "arrest": "arrested",
    **dict.fromkeys(
        ("conference", "summit", "hearing", "forum", "workshop", "keynote", "exhibition"), "held"
    ),
    **dict.fromkeys(("listing", "flotation", "ipo"), "listed"),
    **dict.fromkeys(("premiere", "premier"), "premiered"),
    **dict.fromkeys(("purchase", "buyout"), "acquired"),
    **dict.fromkeys(("imposition",), "imposed"),
    **dict.fromkeys(("inauguration",), "inaugurated"),
    **dict.fromkeys(("creation", "establishment", "formation"), "created"),
    **dict.fromkeys(("election",), "elected"),
    **dict.fromkeys(("firing", "dismissal", "sacking"), "fired"),
    **dict.fromkeys(("hiring", "recruitment"), "hired"),
    **dict.fromkeys(("outage", "breakdown"), "failed"),
    **dict.fromkeys(("defeat",), "lost"),
    **dict.fromkeys(("victory",), "won"),
    **dict.fromkeys(("approval",), "approved"),
    **dict.fromkeys(("ratification",), "ratified"),
    **dict.fromkeys(("repeal", "rescission", "revocation"), "repealed"),
    **dict.fromkeys(("suspension",), "suspended"),
    **dict.fromkeys(("cancellation",), "cancelled"),
    **dict.fromkeys(("bankruptcy", "insolvency"), "failed"),
    **dict.fromkeys(("unveil", "reveal"), "unveiled"),
    **dict.fromkeys(("granting",), "granted"),
    **dict.fromkeys(("completion",), "completed"),
    **dict.fromkeys(("renewal",), "renewed"),
    **dict.fromkeys(("awarding",), "awarded"),
    **dict.fromkeys(("enactment",), "enacted"),
    **dict.fromkeys(("withdrawal",), "withdrew"),
    **dict.fromkeys(("tape-out",), "taped out"),
    **dict.fromkeys(("breach", "hack", "leak"), "leaked"),
    **dict.fromkeys(("lawsuit",), "sued"),
    **dict.fromkeys(("ruling", "verdict"), "ruled"),
    **dict.fromkeys(("exit",), "left"),
    **dict.fromkeys(("reopening",), "reopened"),
}
"""Nouns that stand for a happening, with the verb in the past."""

PAST = {
    "come": "came",
    "go": "went",
    "take": "took",
    "begin": "began",
    "become": "became",
    "break": "broke",
    "buy": "bought",
    "sell": "sold",
    "build": "built",
    "make": "made",
    "win": "won",
    "lose": "lost",
    "lead": "led",
    "leave": "left",
    "meet": "met",
    "hold": "held",
    "steal": "stole",
    "speak": "spoke",
    "fall": "fell",
    "tell": "told",
    "write": "wrote",
    "show": "showed",
    "withdraw": "withdrew",
    "overtake": "overtook",
    "spin": "spun",
    "overcome": "overcame",
}

DIMENSIONS: dict[Dimension, frozenset[str]] = {
    "capital": lexicon.words(
        "raise invest buy acquire merge list fund back sell finance grant award spin spun"
    ),
    "talent": lexicon.words("hire leave join appoint resign retire found co-found name oust fire quit sack"),
    "policy": lexicon.words(
        "ban pass sign restrict impose tighten ease adopt enact approve prohibit sanction fine sue"
    ),
}
"""What an event is about where its object does not show it."""
