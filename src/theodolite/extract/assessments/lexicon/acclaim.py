"""Further adjectives of praise, as critics, officials, users and reporters give it."""

from __future__ import annotations

from theodolite.extract.words.lexicon import words
from theodolite.model.claim import Dimension

PRAISE = words(
    """
    ace adroit airtight ascendant assured astute authoritative bankable beefy best-equipped
    best-funded best-known best-placed best-performing best-trained best-run blazing
    bulletproof burly canny capacious category-defining category-leading celebrated class-leading coherent
    cohesive colossal confidence-inspiring consistent convincing cracking credible deep-rooted
    deft delightful dogged dynamite eagle-eyed effortless elite enlightened envied
    epochal exhilarating extensive extraordinary eye-catching eye-popping fab fabulous
    far-sighted farsighted fault-tolerant feature-complete feature-rich fine-grained fluent fluid
    flawless full-blooded full-fledged fully-fledged future-proof gifted glorious glowing
     gold-standard groundbreaking hard-charging hard-won hardy high-calibre high-caliber
    high-flying high-grade high-octane high-yielding honed inspired inspiring
    instructive intelligent invaluable inventive ironclad jaw-dropping knowledgeable laser-focused
    laudable legendary lifelike lightning lively long-lived magical magnificent marvelous
    matchless mesmerizing meticulous mind-blowing mind-boggling miraculous near-perfect
    noteworthy number-one omnipotent on-point optimal
     pace-setting painless peerless perfected phenomenal picture-perfect plucky
    polished polyglot praiseworthy pre-eminent precocious preponderant prescient principled
    prodigious promising prospering purposeful quick-witted razor-sharp record-breaking record-setting
    refined refreshing remarkable rigorous robust rock-steady satisfying scintillating
    scrupulous seamless self-assured self-confident self-sustaining serviceable slick
    sought-after sparkling speedy spirited spot-on stalwart statesmanlike steadfast
    steady sterling stupendous sublime substantive subtle sumptuous sure-footed
    surefooted tailor-made tenacious tight-knit time-tested top-drawer
    top-grade top-quality top-rank top-shelf tried-and-tested trustworthy turbocharged
    ultra-fast unbeaten unchallenged undefeated undeniable undented undiminished unerring unfazed
    unflappable unimpeachable unmatchable unrelenting unshaken unstinting up-to-date up-to-speed
    user-friendly valiant vaunted virtuoso well-built well-capitalized well-crafted
    well-designed well-documented well-drilled well-engineered well-funded well-honed well-informed
    well-integrated well-led well-made well-managed well-organised well-organized well-oiled
    well-regarded well-respected well-rounded well-stocked well-suited well-supplied well-supported
    well-tested well-thought-out well-trained well-versed widely-admired widely-cited widely-praised
    winning wise wondrous workable world-famous worthy zippy
    """
)
"""Praise of a predicate or of what a side has."""
PREDICATE = words(
    """
    adequate alive bulletproof flying fine impressive inspired intact okay ok passable
      streets-ahead sufficient superb tolerable tops unbeaten uncanny unhurt unscathed
     viable workable awash flush favourite favorite responsive coherent fluent
    consistent steady rigorous dependable original adaptive proactive supportive welcoming hospitable
    attractive appealing persuasive refreshing pleasant enjoyable fun lovely neat cool
    undervalued underappreciated overlooked tight-knit stubborn tenacious modern
    up-to-date forward-thinking readable intuitive usable practical versatile flexible portable
    scalable supple creative precise thorough durable experienced trusted prized fearless determined
    """
)
"""Praise only as the whole of what is said of somebody: "is adequate", "is fun"."""
ON: dict[str, Dimension] = {
    **dict.fromkeys(
        words(
            """
            widely-adopted widely-deployed omnipresent pervasive commonplace entrenched well-established
            best-loved much-loved most-used widely-installed in-demand trendy fashionable
            """
        ),
        "adoption",
    ),
    **dict.fromkeys(
        words(
            """flush cash-generative deep-pocketed moneyed loaded lavishly-funded richly-funded
            generously-funded best-funded better-funded"""
        ),
        "capital",
    ),
    **dict.fromkeys(words("lucrative cash-generating"), "economy"),
    **dict.fromkeys(
        words(
            """lean thrifty penny-wise budget low-priced cut-price bargain-basement bargain-priced
            reasonably-priced rock-bottom low-power power-efficient parsimonious resource-efficient
            compute-efficient lightweight"""
        ),
        "efficiency",
    ),
    **dict.fromkeys(words("educated well-schooled better-educated numerate overqualified brainy"), "talent"),
    **dict.fromkeys(
        words("permissively-licensed open-weight open-weights downloadable forkable inspectable auditable"),
        "openness",
    ),
    **dict.fromkeys(words(" well-cited highly-cited most-cited peer-reviewed"), "research"),
}
"""Praise that says itself what it is on."""
