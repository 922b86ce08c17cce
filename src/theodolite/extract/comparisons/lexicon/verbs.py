"""Verbs that take the other side as their object, in their plain form."""

from __future__ import annotations

from theodolite.extract.words import lexicon

ABOVE = lexicon.words(
    """
    outperform outpace outstrip outspend outcompete outproduce outrank outclass outnumber outsell outmatch
    outgun outshine outrace outscore outsmart outweigh outinnovate outbuild outdo outrun
    outgrow
    outearn outbid outlast outplay outfox outmanoeuvre outmaneuver outflank outstay outdistance outpoint
    outthink outhire outinvest outcode outgain outlearn outreason outfight
    surpass exceed beat eclipse dwarf overtake leapfrog top best better trounce crush lead overshadow
    dethrone
    defeat pass overhaul lap trump thrash smash destroy demolish annihilate obliterate clobber pummel pip
    outvote cream whip whup whomp rout drub vanquish conquer transcend outguess surmount excel
    supersede supplant displace unseat upstage thump hammer nuke slay steamroll outclimb overpower overmatch
    outwork edge nip
    """
)
"""The subject stands above."""

EQUAL = lexicon.words(
    """
    match rival equal mirror emulate parallel tie resemble approximate replicate approach near equalise
    """
)
"""The subject stands level."""

BELOW = lexicon.words("trail lag underperform undershoot underspend undercut underprice")
"""The subject stands below; "undercut" and its like below in price."""

RATHER_NOUNS = lexicon.words(
    """
    lead leads match matches rival rivals top tops best better beat edge edges pass passes lap equal equals
    mirror mirrors tie ties trail trails lag lags parallel parallels approach approaches trump near crush
    pip
    cream whip leading leads hammer nip slay mirrored overhaul
    """
)
"""Forms that count only where the parser takes them for a verb, or names stand on both sides."""

NAMED_ONLY = lexicon.words(
    """
    lead top best better edge pass near approach destroy crush tie emulate replicate mirror defeat
    displace supplant supersede unseat hammer whip cream nuke smash conquer transcend excel lap overhaul nip
    """
)
"""Verbs with many other senses: their object has to be a party by name."""

ACTIVE_ONLY = lexicon.words("lead top pass edge tie approach near resemble approximate")
"""Verbs whose passive says something else ("led by")."""

IRREGULAR = {
    "outdid": "outdo", "outdone": "outdo", "outdoes": "outdo", "outran": "outrun", "outsold": "outsell",
    "outspent": "outspend", "outgrew": "outgrow", "outgrown": "outgrow", "outbuilt": "outbuild",
    "overtook": "overtake", "overtaken": "overtake", "outshone": "outshine", "beaten": "beat", "led": "lead",
    "outfought": "outfight", "outthought": "outthink", "overshadowed": "overshadow", "slew": "slay",
    "leapt": "leap", "bested": "best", "bettered": "better", "topped": "top", "topping": "top",
    "shot": "shoot", "sped": "speed", "swept": "sweep", "crept": "creep", "swung": "swing", "blew": "blow",
    "blown": "blow", "stole": "steal", "stolen": "steal", "flew": "fly", "rose": "rise", "slid": "slide",
    "lapped": "lap", "nipped": "nip", "pipped": "pip", "whipped": "whip", "undercutting": "undercut",
}  # fmt: skip
