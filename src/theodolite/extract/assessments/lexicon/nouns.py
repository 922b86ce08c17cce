"""Nouns that judge, by what has to stand around them."""

from __future__ import annotations

from theodolite.extract.words.lexicon import words

STRONG = words(
    """dominance supremacy leadership prowess superiority primacy preeminence pre-eminence hegemony
    mastery lead edge advantage strength asset clout might firepower heft muscle momentum traction
    foothold stronghold moat monopoly stranglehold chokehold grip breakthrough milestone success triumph
    achievement feat accomplishment victory win headway inroad stride excellence expertise know-how
    ingenuity resilience competitiveness ascent ascendancy rise resurgence renaissance comeback boom
    self-sufficiency self-reliance autonomy sovereignty abundance wealth plenty bounty surplus glut
    treasure trove chokepoint bonanza windfall reputation prestige brilliance genius talent craftsmanship
    efficiency agility dynamism vitality vibrancy powerhouse potential capability capacity popularity
    progress leap revolution innovation influence advance versatility head-start headstart upper-hand
    lion bargain opportunity credibility goodwill trust praise acclaim award recognition attention"""
)
WEAK = words(
    """weakness shortcoming disadvantage shortage scarcity bottleneck deficit deficiency dependence
    dependency reliance over-reliance overreliance vulnerability hurdle obstacle constraint limitation
    barrier setback struggle failure crisis crunch drain decline lack dearth paucity shortfall difficulty
    headwind woe trouble drawback flaw handicap inability stagnation fragmentation bureaucracy slowdown
    downturn slump exodus inferiority fragility backwardness scandal fiasco debacle flop misstep mistake
    blunder blow problem challenge limit restriction weak-spot loss erosion collapse
    disappointment inefficiency immaturity complacency malaise hardship impasse
    incompetence instability turmoil backlog stumbling-block impediment pressure
    squeeze starvation isolation inertia mess nightmare risk threat danger criticism backlash scrutiny
    doubt concern delay glitch ban burden disruption scepticism skepticism sanction bubble gap"""
)
HAD_STRONG = (
    STRONG
    - words(
        """potential capability capacity progress opportunity lion bargain talent innovation influence might
    trust award attention rise leap revolution advance autonomy sovereignty efficiency treasure bounty"""
    )
    | words(
        """competence brainpower pedigree flair stamina manpower inventiveness creativity discipline leverage
    following stature"""
    )
    | words("money cash revenue scale talent-pool bench pipeline wherewithal deep-pocket pocket headroom")
)
HAD_WEAK = WEAK - words("gap ban sanction doubt concern risk bubble restriction limit scrutiny criticism")
"""What a side has, by the bare verb."""
FACED = WEAK - words("gap doubt limit pressure ban sanction restriction criticism scrutiny risk bubble")
"""What a side faces or suffers."""
ROLE_STRONG = words(
    """leader powerhouse pioneer frontrunner front-runner superpower champion juggernaut heavyweight
    trailblazer trendsetter pacesetter hotbed winner market-leader trend-setter runner
    pace-setter innovator magnet mecca unicorn success triumph standout benchmark flagship-bearer hero
    master wizard hit sensation darling breakthrough milestone bright-spot forerunner vanguard
    game-changer gamechanger marvel stalwart envy beast gem revelation shock surprise joy
    delight dream lifesaver phenomenon titan colossus goliath behemoth virtuoso prodigy
    whiz wonder masterpiece lifeline boon blessing godsend  role-model pace-maker trail-blazer
    world-beater flag-bearer torchbearer hub showcase yardstick jewel
    torch-bearer leading-light lodestar beacon magnet  front-rank overachiever"""
)
ROLE_WEAK = words(
    """
    laggard follower copycat latecomer also-ran imitator bystander loser backwater straggler
    underachiever minnow disappointment failure flop fiasco disaster mess liability dud
    embarrassment spectator rule-taker underperformer joke afterthought has-been letdown let-down
    nightmare pain shambles mess nonentity pygmy basket-case dwarf runt weakling
    write-off shadow dead-end cul-de-sac non-starter nonstarter lemon damp-squib stopgap
    pushover easy-prey client-state
    bit-player bit-part footnote also-runs sideshow disgrace
    washout wash-out patchwork backmarker tail-ender vapourware vaporware rip-off ripoff

    """
)
"""What somebody is said to be."""
PROBLEM = words(
    """drag pain catch snag hitch rub trouble issue stumbling-block millstone sticking-point choke-point
    chokepoint pinch-point deal-breaker dealbreaker ceiling brake worry achilles letdown let-down flaw
    shortage downside limit nuisance crunch bottleneck weakness problem obstacle hurdle challenge
    setback barrier constraint impediment drawback
    shortcoming handicap blow threat concern burden headache curse nightmare disadvantage vulnerability"""
)
"""What something is to somebody: "compute is our bottleneck", "a blow to Japan"."""
BOON = words("advantage strength asset boon boost moat blessing lifeline windfall trump edge forte")
"""The same to the good: "power is China's strength"."""
SPOTS = words("point spot link heel suit side card underbelly area weapon joint belly factor")
SORE = words(
    "sore weak weakest blind soft tender low achilles choke sticking pain pinch weaker slow "
    "vulnerable limiting problem"
)
SWEET = words("strong strongest bright trump secret high winning strengths stronger ace")
"""A "sore point", a "strong suit"."""
RACE = words("race competition contest battle war market game duel")
"""What is won or lost."""
MONEY = words("money cash billions millions")

PLAYER = words(
    """
    player force hub power centre center company firm lab laboratory startup start-up country nation
    market source supplier provider producer developer maker destination contributor competitor
    contender rival partner name brand destination base model chatbot system tool team institution
    university role part place position platform manufacturer chipmaker designer exporter investor
    innovator house alternative choice option challenger threat actor participant step development
    moment example asset voice technology community group region economy customer user adopter
    """
)
"""What somebody is said to be a great or a small one of."""
RELATED = words(
    """shareholder investor customer client backer lender creditor stakeholder donor buyer tenant "
    "cost expense risk
    question rival holder owner importer partner part share number deal round day year month time"""
)
"""What a superlative before does not praise: "its largest shareholder"."""
