"""Further adjectives of blame, as critics, officials, users and reporters give it."""

from __future__ import annotations

from theodolite.extract.words.lexicon import words
from theodolite.model.claim import Dimension

BLAME = words(
    """
    abysmal addled amateurish annoying antediluvian appalling archaic atrocious awful awkward
    backlogged baffling bare-bones bedraggled behind-the-curve belated below-average below-par beleaguered
    bedevilled beholden bland bloated blundering bogged-down bug-ridden buggy calamitous cash-hungry
    catastrophic cash-poor choppy clogged cobbled-together cold-footed confusing congested convoluted
    counterfeit cowed crap crappy creaking creaky crisis-hit cursed
    deadlocked decaying declining decrepit defective defenceless defenseless deflated defunct
    degraded demoralised demoralized denuded deprecated deprived derelict derided
    directionless disastrous discouraged discouraging discredited disheartening dishevelled disillusioned
    disorderly dispirited dissatisfying dopey drab drained dubious dud dumbed-down eclipsed
    emaciated embattled encumbered enervated enfeebled erratic exasperating exhausted faddish
     fault-ridden fidgety finicky fiddly flaky flatlining floundering foundering fractious
    fractured fragile frustrating fumbling fusty garbled ghastly glitchy grim grossly-inadequate
    half-baked half-finished half-hearted hampered hapless hard-hit hard-up harmful headless heartless
    hit-and-miss hit-or-miss hobbling hoary horrendous horrid horrific humdrum humiliating ill-adapted
    ill-advised ill-conceived ill-defined ill-designed ill-fated ill-fitting ill-informed ill-managed
    ill-served ill-suited ill-timed illegible immobile impaired impoverished impracticable
    impractical inadequately-funded inarticulate incoherent incompatible incompetent inconclusive
    inconvenient indebted indecisive ineffectual inelegant infuriating inhospitable insignificant
    insipid insular invisible irrelevant irresponsible jittery joyless jumbled junky knackered laggardly
    laggy lamentable landlocked laughable laborious leaderless leaden lifeless limping listless lopsided lossy
    lousy low-grade low-skill low-tech lumbering maddening malnourished mangled messy mind-numbing
    miserable misaligned misfiring mishandled mismanaged misplaced misshapen moth-eaten mouldy murky
    myopic needy neglectful nerve-racking nightmarish non-existent nonexistent nonfunctional
    non-functional nonsensical nonviable noxious objectionable obstructive obtuse off-putting oft-delayed
    one-dimensional outflanked outgunned outmanoeuvred outmaneuvered outnumbered outpaced outspent
    outworn overambitious overbooked overburdened overcautious overcomplicated overcooked
    overcrowded overdependent over-dependent overdue overengineered overextended overheated overhyped
    overleveraged overreliant over-reliant overrun overshadowed overstaffed oversold oversubscribed
    overtaken overtaxed overwhelmed overworked painful paper-thin parlous paralyzed parochial penniless
    perilous peripheral pedestrian perplexing pitiable pitiful plodding ponderous poorly-designed
    poorly-documented poorly-funded poorly-managed poorly-run poorly-trained powerless
    prehistoric punishing quarrelsome rag-tag ramshackle ravaged reactionary
    recalcitrant reckless regressive repetitive reeling ridiculous rigged risible rotten rotting
    rubbish rule-bound ruinous rundown run-down second-best second-class self-destructive
    self-inflicted shabby shambolic shapeless shell-shocked short-lived
    short-termist shortchanged short-changed shrinking sketchy slapdash slipshod sloppy slothful
    slow-footed slow-paced slow-witted smug snail-paced soggy sorely-lacking sorry sparsely-staffed
    splintered sputtering squandered squeezed stagnating stale stalled standoffish starry-eyed
    staid stiff stilted stodgy stop-start strained straggling struggling stumbling stupid
    stuttering stymied sub-optimal suboptimal subservient sullied superficial swamped
    tangled tardy tattered tedious temperamental terrible terrified third-rate third-tier thorny thwarted
    tight-fisted tin-eared tired toothless tone-deaf tortuous torpid tortured trailing tottering
     trashy trapped trivial turgid ugly unaccountable unaffordable unambitious
    unappealing unbalanced unbearable uncontrolled unconvinced uncreative
    undefended under-capitalised under-developed under-explored under-invested under-powered under-prepared
    under-represented under-tested under-trained under-used underachieving undercooked underdelivering
    underfed undernourished underperforming underpaid underrepresented understocked
    undersized undersupplied undertrained underused underwater undignified
    undisciplined undocumented unedifying unenthusiastic unenviable unfit unfocused unfocussed
    unfriendly unhealthy unhelpful unimaginative uninformed unintelligent unintuitive uninviting
    unjustifiable unloved unmaintained unmanageable unmotivated unoriginal unpalatable unplanned
    unpolished unpredictable unprofessional unqualified unreadable unready unrealistic unresolved
    unsafe unsatisfactory unsatisfying unscientific unsettled unskilled unstaffed unsupported
    untenable untidy untrained untrustworthy unwieldy unwilling unwise unworkable
    uphill-bound vacuous vapid verbose wasteful waterlogged watered-down wayward weak-kneed weary weedy
     wilting wooden wonky woeful wrong-footed wrong-headed yawning
      hobbled prone
    """
)
"""Blame of a predicate or of what a side has."""
PREDICATE = words(
    """
    adrift afraid ailing alarming alone aloof amiss asunder backlogged clogged
    congested constrained crowded declining delayed doomed drained dry empty
    exhausted few foggy frozen grim gone gun-shy harmful hooked humiliating hurting ill inadmissible
    insecure late mediocre minimal modest moot muddled naive nonexistent
    oblivious off overdue overtaken painful parched petty poor quiet raw repetitive retreating
     short-handed sick sidelined silent sloppy slumbering sore sorry squeezed stale stiff
    strained stranded subpar swamped tired trailing trapped tricky ugly unbearable underwater
    uneasy unfit unhappy unlucky unready unsafe unsettled unsustainable unwelcome unwilling uphill useless
    vague weary wrong-footed trash garbage crap rubbish meh mid outnumbered
    outspent outgunned underrepresented addicted captive hostage hard-pressed nowhere
    sold-out overbooked overstretched messy annoying awkward frustrating soft expensive
    """
)
"""Blame only as the whole of what is said of somebody: "is late", "was quiet"."""
AGAINST: dict[str, Dimension] = {
    **dict.fromkeys(
        words(
            """overpriced exorbitant unaffordable extortionate dear dearer steep high-priced
            resource-hungry power-guzzling uneconomic uneconomical cost-prohibitive prohibitive
            token-hungry"""
        ),
        "efficiency",
    ),
    **dict.fromkeys(
        words(
            """cash-poor undercapitalised hard-up skint impecunious
            capital-starved capital-poor tight-fisted penny-pinching indebted debt-laden overleveraged"""
        ),
        "capital",
    ),
    **dict.fromkeys(words("loss-making money-losing cash-burning unviable"), "economy"),
    **dict.fromkeys(
        words("undermanned overworked underpaid understaffed undertrained under-skilled brain-drained"),
        "talent",
    ),
    **dict.fromkeys(words("unloved shunned unsold unpopular deserted friendless"), "adoption"),
    **dict.fromkeys(
        words("closed proprietary-only locked-down tight-lipped undisclosed uncommunicative"), "openness"
    ),
    **dict.fromkeys(
        words(
            """stifling suffocating draconian overbearing toothless unenforceable unenforced porous
            leaky ill-conceived wrong-headed over-cautious hamfisted ham-fisted"""
        ),
        "policy",
    ),
    **dict.fromkeys(
        words("chip-starved compute-starved compute-poor gpu-poor chip-poor memory-bound"), "compute"
    ),
    **dict.fromkeys(words("power-starved energy-starved power-constrained energy-poor"), "energy"),
    **dict.fromkeys(words("uncited ill-cited"), "research"),
    **dict.fromkeys(words("data-poor data-starved"), "data"),
}
"""Blame that says itself what it is on."""
