"""Adjectives and participles that judge by themselves, and what some of them are always about."""

from __future__ import annotations

from theodolite.extract.assessments.lexicon import acclaim, blame
from theodolite.extract.words.lexicon import words
from theodolite.model.claim import Dimension

STRONG = acclaim.PRAISE | words(
    """abundant accomplished accurate adaptable adept admirable advantageous affluent agile amazing ample
    astonishing astounding awash awesome best-in-class bold booming bountiful brilliant
    buoyant capable commanding competent competitive comprehensive compelling cutting-edge
    dazzling decisive dedicated deep deep-pocketed dependable dexterous diversified dominant dynamic
    eminent energetic enterprising enviable esteemed excellent exceptional exemplary expert extraordinary
    fast-growing fast-moving favourable favorable fearsome fertile first-class first-rate flawless
    flourishing foremost formidable forward-looking foundational game-changing generous gifted great
    groundbreaking ground-breaking hard-working hardworking healthy high-end high-performance
    high-performing high-quality highly-skilled huge ideal immense impregnable impressive incomparable
    incredible indispensable industrious industry-leading influential ingenious innovative inventive
    invincible irreplaceable leading lucrative market-leading marvellous masterful mature
    meteoric mighty muscular nimble outstanding peerless perfect phenomenal pioneering pivotal
    plentiful plenteous potent powerful preeminent pre-eminent prestigious productive proficient
    prolific prominent promising prosperous rapid-fire ready reliable remarkable renowned
    resilient resourceful respectable revolutionary rich rock-solid robust savvy seasoned
    secure self-reliant self-sufficient sensational shrewd skilful skillful skilled smart smooth solid
    sophisticated sound spectacular splendid stable staggering state-of-the-art stellar strategic
    strong stronger stunning sturdy successful superb superior supreme sustained swift talented
    tech-savvy terrific thriving tireless top-class top-flight top-notch top-performing top-ranked
    top-tier towering trailblazing transformative tremendous triumphant unassailable unbeatable
    uncontested undisputed unequalled unequaled unmatched unparalleled unprecedented unrivalled unrivaled
    unshakeable unstoppable unsurpassed vast versatile vibrant victorious vigorous visionary vital
    vaunted well-connected well-educated well-equipped well-established well-oiled well-placed
    well-positioned well-prepared well-resourced well-run well-stocked well-trained wonderful
    world-beating world-class world-leading world-renowned insurmountable enormous buzzing burgeoning
    mouth-watering blistering breakneck unbroken battle-tested proven top impressed gargantuan
    blessed """
)
"""Praise, of a predicate or of what a side has."""
WEAK = blame.BLAME | words(
    """ageing aging ailing anaemic anemic antiquated backward bad badly-run barren beleaguered beset
    bleak blunt bottlenecked brittle broken bumpy chaotic choked clumsy clunky confused constrained
    costly crippled crude cumbersome cut-off dated deficient deplorable dependent depleted
    derivative desperate deteriorating difficult dilapidated dim disadvantaged disappointing disjointed
    dismal disorganised disorganized doomed dormant downbeat dreadful dull dwindling dysfunctional
    embarrassing embattled embryonic error-prone exposed faint faltering faulty feeble fickle flagging
    flawed fragile fragmented frail fraught glacial gloomy halting hamstrung handicapped haphazard
    hapless hard-pressed hesitant hidebound hobbled hollow hopeless horrible idle ill-equipped
    ill-prepared immature imperfect impotent inaccessible inaccurate inadequate incapable incomplete
    inconsistent ineffective ineffectual inept inert inexperienced inferior infirm insecure insufficient
    irrelevant isolated janky lacking lacklustre lackluster lagging lame languishing lax lean-staffed
    leaky lethargic lopsided loss-making low low-end low-quality makeshift marginal meagre meager mediocre
    middling minuscule moribund muddled nascent neglected negligible obsolete outclassed outdated
    outgunned outmatched outmoded overhyped over-hyped overloaded overmatched overrated overstretched
    overvalued paltry paralysed paralyzed patchy pathetic piecemeal plagued pointless poor porous
    precarious primitive problematic questionable ragged reliant rickety risk-averse risky rocky
    rudimentary rusty scant scarce scattered second-rate second-tier shaky shallow shoddy short sickly
    siloed skimpy slow slow-moving slower sluggish small-scale sparse spotty stagnant stale starved
    static stifling stranded strapped stretched stuck stunted subdued subpar sub-par subscale substandard
    sub-standard supply-constrained capacity-constrained compute-constrained susceptible tenuous tepid
    terrible thin thinner threadbare timid tiny toothless troubled unable unaffordable unattractive
    unavailable uncompetitive uncoordinated under-equipped under-resourced underdeveloped under-developed
    underequipped underpowered underprepared under-prepared underresourced underutilised underutilized
    underwhelming uneven unfavourable unfavorable unfinished unimpressive uninspired uninspiring
    unprepared unproductive unproven unreliable unremarkable unresponsive unsophisticated unstable
    unsuccessful unsuited unsustainable unsteady untested unviable useless vulnerable wanting wasted
    wasteful weak weaker wobbly worse worst worrying wretched lukewarm handcuffed crumbling deluded
    complacent starving asleep behind backwards clueless doubtful sidelined rudderless unusable finished
    dead absent wrong underequipped unconvincing worthless"""
)
"""Blame, of a predicate or of what a side has."""
RULED = words(
    """
    strict stringent rigid restrictive complex tough heavy burdensome tight cumbersome convoluted
    complicated vague
    """
)
"""Blame of rules."""
ONLY_PREDICATE = words(
    """low short last behind flat bad difficult worse thin dim blunt small-scale idle dull smart ready
    secure stable sound better deep huge vast rich great top healthy leading perfect ideal
    impressed stretched lacking wanting low-end slower exposed enormous static strategic generous proven
    smooth blessed lean short isolated scattered broken lagging unavailable inaccessible
    tiny immense vital costly risky expert stronger weaker comprehensive decisive high-quality
    unprecedented behind mature marginal scarce abundant better-known insufficient limited problematic
    questionable worrying difficult high-end secure superior inferior dependent reliant stuck aging ageing
    worst incredible revolutionary transformative foundational swift dead absent wrong finished"""
)
"""Words of the two lists whose judgement is unsure where they only stand before a noun."""
RANKING = words(
    """
    serious formidable genuine credible respected main sole chief dominant largest biggest predominant
    undisputed
    major key top important significant critical essential notable famous famed well-known
    celebrated acclaimed respected advanced sophisticated valuable central world-famous high-quality
    high-tech rising fast-rising viable credible crucial integral principal prime primary
    premier flagship good better preferred favourite favorite sought-after strong strongest leading
    """
)
"""Words that judge in what somebody is said to be: "is a major player", not in "a major problem for"."""
BEING = acclaim.PREDICATE | words(
    """
    good great effective quick fast active committed advanced sophisticated big huge large important
    critical crucial essential central key vital rising famous well-known legendary useful handy
    elegant clever disciplined pragmatic focused
     free legitimate serious unique popular special valuable favoured favored cutting best
    tops number-one relevant comfortable close near capable safe safer friendly legit clever bright sharp
    snappy decent nice
    usable underrated underestimated clean
    """
) - words("free close near safe safer comfortable best big large huge special")
"""Words that judge only as the whole predicate of somebody: "is good", not in "a good reason"."""
BEING_BAD = blame.PREDICATE
"""Words that blame only as the whole predicate of somebody: "is late"."""
LOW = words(
    "minor peripheral distant small secondary weak poor late mere reluctant bad second-tier third-rate net"
)
ON: dict[str, Dimension] = {
    **acclaim.ON,
    **dict.fromkeys(
        words(
            """cheap cheaper cheapest inexpensive affordable low-cost lower-cost cost-effective
            cost-efficient efficient energy-efficient frugal economical cost-competitive budget-friendly
            ultra-cheap dirt-cheap"""
        ),
        "efficiency",
    ),
    **dict.fromkeys(
        words(
            """popular ubiquitous widespread widely-used wildly-popular viral beloved mainstream
            household fast-selling best-selling bestselling"""
        ),
        "adoption",
    ),
    **dict.fromkeys(
        words(
            """well-funded well-capitalised well-capitalized deep-pocketed cash-rich well-heeled wealthy
            cash-flush well-financed"""
        ),
        "capital",
    ),
    **dict.fromkeys(words("profitable money-making"), "economy"),
    **dict.fromkeys(
        words("""smart hardworking hard-working talented skilled gifted well-educated highly-skilled diligent
        industrious well-trained"""),
        "talent",
    ),
    "everywhere": "adoption",
    **dict.fromkeys(words("transparent permissive"), "openness"),
}
"""Praise that says itself what it is on."""
AGAINST: dict[str, Dimension] = {
    **blame.AGAINST,
    **dict.fromkeys(
        words(
            """expensive pricey inefficient costly wasteful power-hungry energy-hungry overpriced
            prohibitively-expensive"""
        ),
        "efficiency",
    ),
    **dict.fromkeys(
        words(
            """cash-strapped underfunded under-funded bankrupt insolvent penniless undercapitalised
            undercapitalized cash-starved broke"""
        ),
        "capital",
    ),
    **dict.fromkeys(words("unprofitable loss-making"), "economy"),
    **dict.fromkeys(words("understaffed short-staffed under-staffed short-handed"), "talent"),
    **dict.fromkeys(words("unpopular little-used unused niche"), "adoption"),
    **dict.fromkeys(words("opaque secretive closed-off"), "openness"),
    **dict.fromkeys(
        words(
            """burdensome onerous heavy-handed overregulated over-regulated bureaucratic excessive
            overly-strict misguided counterproductive short-sighted shortsighted self-defeating"""
        ),
        "policy",
    ),
}
"""Blame that says itself what it is on."""
MANNER_STRONG = words(
    """rapidly quickly fast swiftly steadily dramatically significantly sharply briskly strongly
    impressively remarkably well exponentially aggressively vigorously explosively successfully
    effectively considerably substantially enormously tremendously incredibly"""
)
MANNER_WEAK = words("slowly sluggishly poorly badly hesitantly haltingly feebly unevenly")
QUANTITY_STRONG = words(
    """abundant ample plentiful enough sufficient plenty vast huge enormous massive strong deep rich
    unmatched unrivalled unparalleled superior excellent outstanding robust considerable substantial
    significant powerful large world-class big extensive formidable best great tremendous immense
    impressive unique healthy solid unlimited bountiful leading dominant key clear decisive distinct
    commanding thriving vibrant top pivotal crucial critical prominent incredible remarkable
    well-developed world-leading sophisticated advanced better required necessary cheap cheaper affordable
    low-cost unrestricted ready"""
)
QUANTITY_WEAK = words(
    """insufficient limited scarce scant little few fewer less low poor weak inadequate meagre meager
    paltry thin inferior outdated negligible small minimal immature patchy fragmented unreliable
    weaker shaky primitive crude rudimentary underdeveloped slow tiny dwindling shrinking expensive
    costly pricey unaffordable awful dismal woeful abysmal"""
)
"""What a side has: "has ample power", "has few engineers"."""
