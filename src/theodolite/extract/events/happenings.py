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
    spun
    give send bring feed lay appear emerge survey enlarge reduce deliver collect offer resell reclaim rebuild
    redesign reopen retool replace resign respond overtake outsource onboard reassign commence initiate
    kickstart jumpstart ratchet ramp hand clear equip furnish refuse reimburse replenish redirect refile
    publicly_list spark trigger unlock unleash upload concede hoist
    walk rejoin retaliate intervene relent backtrack capitulate retreat reconvene convene adjourn depart
    unravel
    implode erupt surface resurface disappear vanish reappear bow opt balk assemble gather rally protest
    march"""
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
    """bring give send feed lay
    set make build produce train develop show reveal reach hit pass cut take lead back fund top beat
    match exceed cross turn put write tell ask call order test become double drop pull move hold
    attend return speak warn score rank stop end fall die post go come"""
)
"""Verbs of these that say something definite only with a named party or thing on both sides."""


def _nouns(words: str, action: str) -> dict[str, str]:
    return dict.fromkeys(lexicon.in_order(words), action)


NOUNS: dict[str, str] = {
    **_nouns("release rollout roll-out", "released"),
    **_nouns("relaunch", "relaunched"),
    **_nouns("launch", "launched"),
    **_nouns("debut", "debuted"),
    **_nouns("unveiling unveil reveal", "unveiled"),
    **_nouns("introduction", "introduced"),
    **_nouns("publication", "published"),
    **_nouns("announcement", "announced"),
    **_nouns("founding", "founded"),
    **_nouns("acquisition takeover purchase buyout", "acquired"),
    **_nouns("merger", "merged"),
    **_nouns("demerger spin-off spinoff spin-out spinout", "spun off"),
    **_nouns("sale", "sold"),
    **_nouns("resignation", "resigned"),
    **_nouns("retirement", "retired"),
    **_nouns("appointment", "appointed"),
    **_nouns("nomination", "nominated"),
    **_nouns("reinstatement", "reinstated"),
    **_nouns("ban", "banned"),
    **_nouns("signing", "signed"),
    **_nouns("adoption", "adopted"),
    **_nouns("passage", "passed"),
    **_nouns("enactment", "enacted"),
    **_nouns("arrival", "arrived"),
    **_nouns("return", "returned"),
    **_nouns("collapse", "collapsed"),
    **_nouns("implosion", "imploded"),
    **_nouns("death", "died"),
    **_nouns("ouster", "ousted"),
    **_nouns("expulsion", "expelled"),
    **_nouns("departure exit", "left"),
    **_nouns("defection", "defected"),
    **_nouns("opening", "opened"),
    **_nouns("closure", "closed"),
    **_nouns("shutdown shutting", "shut down"),
    **_nouns("visit", "visited"),
    **_nouns("meeting", "met"),
    **_nouns("arrest detention", "arrested"),
    **_nouns("indictment", "indicted"),
    **_nouns("conviction", "convicted"),
    **_nouns("sentencing", "sentenced"),
    **_nouns("extradition", "extradited"),
    **_nouns("conference summit hearing forum workshop keynote exhibition", "held"),
    **_nouns("listing flotation ipo", "listed"),
    **_nouns("delisting", "delisted"),
    **_nouns("blacklisting", "blacklisted"),
    **_nouns("premiere premier", "premiered"),
    **_nouns("imposition", "imposed"),
    **_nouns("inauguration", "inaugurated"),
    **_nouns("commissioning", "commissioned"),
    **_nouns("creation establishment formation", "created"),
    **_nouns("election", "elected"),
    **_nouns("firing dismissal sacking", "fired"),
    **_nouns("hiring recruitment poaching", "hired"),
    **_nouns("outage breakdown bankruptcy insolvency", "failed"),
    **_nouns("defeat", "lost"),
    **_nouns("victory", "won"),
    **_nouns("approval", "approved"),
    **_nouns("rejection", "rejected"),
    **_nouns("veto", "vetoed"),
    **_nouns("ratification", "ratified"),
    **_nouns("repeal rescission revocation", "repealed"),
    **_nouns("suspension", "suspended"),
    **_nouns("cancellation scrapping", "cancelled"),
    **_nouns("postponement", "postponed"),
    **_nouns("granting", "granted"),
    **_nouns("awarding", "awarded"),
    **_nouns("completion", "completed"),
    **_nouns("renewal", "renewed"),
    **_nouns("extension", "extended"),
    **_nouns("lifting", "lifted"),
    **_nouns("easing", "eased"),
    **_nouns("tightening", "tightened"),
    **_nouns("withdrawal", "withdrew"),
    **_nouns("recall", "recalled"),
    **_nouns("tape-out", "taped out"),
    **_nouns("breach hack leak", "leaked"),
    **_nouns("theft", "stolen"),
    **_nouns("seizure", "seized"),
    **_nouns("lawsuit", "sued"),
    **_nouns("ruling verdict", "ruled"),
    **_nouns("reopening", "reopened"),
    **_nouns("relocation", "relocated"),
    **_nouns("rebranding rebrand", "rebranded"),
    **_nouns("renaming", "renamed"),
    **_nouns("nationalisation nationalization", "nationalised"),
    **_nouns("privatisation privatization", "privatised"),
    **_nouns("dissolution", "dissolved"),
    **_nouns("break-up breakup", "broken up"),
    **_nouns("raid", "raided"),
    **_nouns("groundbreaking ground-breaking", "broke ground"),
    **_nouns("upgrade", "upgraded"),
    **_nouns("demonstration", "demonstrated"),
    **_nouns("deployment", "deployed"),
    **_nouns("delivery", "delivered"),
    **_nouns("open-sourcing", "open-sourced"),
    **_nouns("promotion", "promoted"),
    **_nouns("bailout rescue", "bailed out"),
    **_nouns("kidnapping", "kidnapped"),
    **_nouns("assassination killing murder", "killed"),
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
