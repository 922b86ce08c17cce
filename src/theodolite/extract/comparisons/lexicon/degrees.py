"""Comparatives and the words for what is compared in."""

from __future__ import annotations

from theodolite.extract.words import lexicon

LOWER = lexicon.words(
    """
    less fewer worse lower smaller weaker slower poorer cheaper later shorter lighter narrower scarcer
    thinner
    simpler humbler meaner shallower dimmer duller feebler clumsier sillier shakier sparser younger
    lesser inferior slimmer tinier cruder rougher patchier
    """
)
"""Comparatives that put their subject below."""

UPPER = lexicon.words(
    """
    more higher larger bigger stronger greater better faster richer smarter deeper wider longer broader
    harder
    closer sharper quicker cleverer brighter cleaner smoother safer abler heavier denser costlier dearer
    pricier
    newer older taller tighter stricter tougher bolder louder fuller warmer hotter cooler leaner fitter
    likelier easier earlier greener healthier wealthier keener finer steeper superior further farther richer
    """
)
"""Comparatives that put their subject above."""

COMPARATIVES = LOWER | UPPER

AS = lexicon.words(
    """
    good well capable powerful strong advanced fast efficient large big significant important cheap accurate
    smart competitive high much many effective popular innovative rich mature skilled talented expensive
    sophisticated reliable robust quick deep broad wide clever able likely productive often far long low few
    little useful fluent safe secure creative intelligent impressive ambitious aggressive open
    attractive great intense heavy dense bright costly faithfully quickly accurately reliably cheaply
    efficiently effectively badly poorly fluently closely widely strongly rapidly easily strict tough
    ready hard
    """
)
"""What stands between "as" and "as"."""

RIVALS = lexicon.words(
    """
    rivals rival competitors competitor peers peer predecessor predecessors counterparts counterpart methods
    others incumbents opponents alternatives contemporaries leaders giants models frontier systems standards
    leader model equivalents equivalent version versions generation benchmark approaches tools
    """
)
"""Other sides that go without a name."""

OTHERS = lexicon.words(
    """
    humans human people person machines machine experts expert students graduates programmers coders
    engineers
    doctors physicians radiologists lawyers academia industry startups incumbents giants world rest everyone
    anyone anybody everybody country countries nation nations region regions economies economy
    startup universities labs lab companies company chips chip humanity mathematicians teachers
    translators players player firms newcomers public average neighbours neighbors vendors analysts
    scientists
    competition baseline baselines benchmarks predecessors superpower superpowers powers democracies
    allies sector
    sectors industries institutions cities city hubs hub state states province provinces supercomputer
    supercomputers
    cluster clusters processors processor gpus gpu accelerators accelerator app apps chatbot chatbots
    assistant assistants
    tool tools services service platforms platform product products offerings offering technology
    technologies
    professional professionals champion champions grandmasters adults children researchers developers
    authors artists
    equivalents hardware software brain brains minds workers employees users consumers businesses
    governments
    continent bloc group groups counterparts laboratories giants
    """
)
"""Who or what may stand as the other side without a name."""

MEASURES = lexicon.words(
    """
    performance capability capabilities accuracy quality speed price prices pricing cost costs score
    scores results
    efficiency output level levels standard standards power capacity yield yields density benchmark
    benchmarks
    spending investment funding revenue sales skill skills proficiency abilities ability
    """
)
"""What is measured of somebody: never somebody by itself."""

SCALES = {
    "cheaper": "price", "costlier": "price", "pricier": "price", "dearer": "price", "faster": "speed",
    "slower": "speed", "quicker": "speed", "larger": "size", "bigger": "size", "smaller": "size",
    "stronger": "strength", "weaker": "strength", "better": "quality", "worse": "quality", "richer": "wealth",
    "poorer": "wealth", "smarter": "intelligence", "safer": "safety", "denser": "density",
    "heavier": "weight", "lighter": "weight", "younger": "age", "older": "age", "longer": "length",
    "shorter": "length", "cleaner": "cleanness", "tougher": "strictness", "stricter": "strictness",
}  # fmt: skip
"""What a comparative measures; its subject stands above or below on that scale."""
