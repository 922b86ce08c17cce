"""Turns of phrase that judge only as a whole: a verb with its object, a preposition with its noun."""

from __future__ import annotations

from theodolite.extract.words.lexicon import words


def _table(text: str) -> dict[str, frozenset[str]]:
    """Key to words: "lose: ground interest; gain: ground"."""
    found: dict[str, frozenset[str]] = {}
    for entry in text.split(";"):
        key, _, held = entry.partition(":")
        if key.strip():
            found[" ".join(key.split())] = words(held)
    return found


GOOD_OBJECTS = _table(
    """
    gain: ground traction momentum share foothold fans followers speed acceptance currency credibility
    ascendancy;
    make: stride strides progress headway inroads leap leaps waves mark gains breakthrough breakthroughs
          splash impact comeback difference;
    take: lead crown plunge stride lead world storm;
    hit: mark target milestone milestones sweet spot jackpot bullseye stride;
    set: pace standard standards bar record records benchmark agenda tone example trend;
    break: ground record records monopoly barrier barriers deadlock mould mold;
    raise: bar game; pull: weight; hold: own cards aces ace whip upper; stay: course;
    show: promise strength resilience mettle muscle maturity prowess class; prove: mettle worth doubters
          critics sceptics skeptics;
    earn: place respect reputation stripes spurs plaudits praise trust; command: respect premium lead;
    turn: heads corner tide tables; carry: day; win: race praise hearts fans plaudits acclaim over converts
          admirers contracts developers customers trust users battle;
    draw: praise admiration plaudits crowds; fetch: premium; lead: way pack field charge world race;
    rule: roost waves; steal: march show thunder; play: leading; reap: rewards benefits harvest fruit
    dividends;
    bear: fruit; have: edge cards lot muscle legs staying-power means wherewithal depth breadth knack flair;
    close: distance; move: needle; call: shots; hold: cards key keys keys crown title record; corner: market;
    sweep: board; top: charts table rankings list leaderboard; clear: bar hurdle; crack: code problem
    puzzle nut;
    weather: storm sanctions controls; ride: wave boom; seize: initiative lead moment; tick: boxes;
    deliver: goods results; exceed: expectations; beat: expectations odds; defy: odds
          expectations gravity sceptics skeptics critics; find: feet footing; regain: footing ground lead
          momentum; recover: ground; build: lead moat following reputation; enjoy: success popularity
          support backing boom confidence; attract: praise following; nail: it; ace: test tests;
    boast: talent; cement: position lead place status; silence: critics doubters; buck: trend
    """
)
"""A verb and what makes it praise of its subject, if it is the object."""
BAD_OBJECTS = _table(
    """
    lose: ground interest steam momentum heart patience nerve grip way edge lustre luster shine credibility
          appeal relevance traction touch lead faith focus confidence share favour favor sight control
          drive sheen sway plot thread bearings footing race customers users trust leadership status;
    hit: wall ceiling snag snags roadblock limit limits bottleneck trouble buffers plateau rocks skids
         obstacles turbulence setback;
    take: hit beating knock pounding battering backseat toll; miss: boat target targets deadline deadlines
          mark turn chance bus train opportunity wave trick;
    drag: feet heels; drop: ball; shoot: foot; bite: dust; cut: corners; show: cracks strain weakness
         age limits weaknesses limitations signs; feel: strain pinch squeeze heat pain pressure;
    pay: price penalty; leave: desired market field ground gap vacuum; need: overhaul help rescue lifeline
          work improvement; draw: criticism fire ire blank scorn flak; attract: criticism scorn;
    face: music headwinds uphill wall crunch; burn: cash money; bleed: money cash talent users; waste:
          time money lead chance opportunity talent billions; squander: lead chance advantage
          talent opportunity;
    bungle: launch rollout; botch: launch rollout; fumble: launch future lead; pull: plug; dash: hopes;
    make: mistakes mess hash blunder blunders errors losses loss; suffer: setback blow losses defeat shortage
          outage outages humiliation; blow: chance lead; play: catch-up catch-up catchup;
    eat: dust; kick: can; lack: depth teeth ambition vision will scale; tread: water; run: risk aground dry;
    break: promises; fail: test tests exam; cede: ground lead market initiative; concede: ground defeat;
    give: ground; yield: ground; trail: pack field leaders; disappoint: users fans expectations; fall:
          victim prey; spin: wheels; struggle: way; outsource: future; import: energy; sell: short;
    cause: trouble headaches; refuse: requests prompts questions stuff; waste: tokens; misses: point;
    ignore: instructions; forget: instructions; mangle: names grammar text; eat: tokens memory battery;
    skip: steps; drain: battery; guzzle: power electricity energy water
    """
)
"""A verb and what makes it blame of its subject, if it is the object."""
GOOD_PLACES = _table(
    """
    in: lead front driver pole rude demand ascendancy ascendant vanguard command control clover swing
    bloom flow
        money running contention fettle;
    at: forefront vanguard frontier top edge advantage helm head apex summit heart;
    on: top track course schedule fire roll tear march rise up form target ball song;
    up: task job speed scratch par standard snuff; within: reach striking grasp;
    ahead: curve pack field game times; out: danger front woods; above: rest average par; head: shoulders;
    under: control; without: equal equals peer peers rival rivals parallel match
    """
)
"""A preposition and the noun behind it that say that somebody stands well."""
BAD_PLACES = _table(
    """
    in: trouble crisis disarray limbo doubt decline retreat ruins tatters shambles dark bind hole
    jeopardy mess
        red stasis infancy chaos denial freefall free-fall peril danger doldrums dumps pain straits thrall
        debt turmoil flux quagmire rut slump tailspin shadow shadows wilderness cradle swaddling;
    at: disadvantage mercy risk standstill impasse loss bottom sea stalemate breaking odds crawl limit;
    on: foot defensive ropes brink verge knees sidelines hold decline wane skids margins periphery fringe
        fringes rocks ice crutches drip bench back outside;
    out: step date touch reach money cash power memory ideas depth stock luck race favour favor fashion
         running gas steam sync puff control chips; under: pressure strain siege fire water threat cloud
         cosh stress attack scrutiny; behind: curve times schedule ball pack field leaders plan
         eight-ball eight;
    off: pace target mark track course boil; below: par average standard expectations strength;
    beyond: reach means; past: prime best sell-by; short: supply; down: luck; up: creek; over: barrel;
    without: hope chance; to: blame
    """
)
"""A preposition and the noun behind it that say that somebody stands badly."""
GOOD_SHAPES = words("good great fine rude robust better strong enviable excellent commanding healthy unique")
BAD_SHAPES = words(
    "bad poor rough dire terrible weak sorry bleak precarious worse tight tough awkward parlous"
)
SHAPES = words("shape position health condition state spot place fettle form order nick footing situation")
"""What is good or bad as the word before it says: "in good shape", "in a weak position"."""
HARD = words(
    "hard difficult tough tricky impossible painful tedious slow awkward laborious fiddly unpleasant "
    "expensive costly"
    "tiresome frustrating"
)
EASY = words("easy simple straightforward trivial painless pleasant cheap fun effortless quick safe nice")
TO_BEAT = words("get circumvent bypass avoid "
"beat match ignore replace top rival resist fault better overstate dislodge catch equal deny dethrone "
                "emulate imitate replicate copy surpass stop contain")  # fmt: skip
"""What is hard to do to the good: "hard to beat"."""
LIMBS = words("heel link point spot side suit underbelly ace card trump foundation")
"""Nouns of turns such as "Achilles heel", "weak link", "strong suit"."""
PEOPLE = words(
    """i we you they he she user developer customer people person engineer researcher reviewer client buyer
    everyone everybody coder programmer student enthusiast fan tester critic analyst trader team team-mate
    colleague operator firm company start-up startup business some many most few nobody none one lab
    hobbyist founder expert investor manufacturer bank hospital"""
)
"""Who likes or dislikes something, so that it counts as praise or blame of it."""
LIKE = words(
    """love like adore prefer praise admire favour favor embrace recommend trust applaud commend laud hail
    extol cherish enjoy appreciate relish worship prize covet rave celebrate"""
)
DISLIKE = words(
    """hate dislike distrust shun ditch abandon dump loathe despise deride mock dismiss criticise
    criticize slam blast pan fault resent detest mistrust spurn bemoan lament decry ridicule"""
)
TO_LIKE = words("flock swear gravitate warm rave")
TO_DISLIKE = words("complain gripe grumble moan grouse turn sour")
IN_PUBLIC = words(
    "praise hail laud applaud commend extol criticise criticize slam blast mock deride ridicule disparage"
)
"""What people do in public, whoever they are."""
WOW = words(
    "impress surprise amaze astonish delight wow stun thrill dazzle please astound floor charm captivate"
)
LET_DOWN = words(
    "disappoint frustrate annoy underwhelm infuriate irritate confuse bore exasperate fail bother "
    "embarrass enrage"
)
"""What a thing does to those who use it."""
ONES = words("me us everyone everybody people users developers customers them him her reviewers testers")

GOOD_TURNS = _table(
    """
    fire: cylinders; go: strength; come: age own life fruition; live: billing hype; punch: weight; sail:
    through;
    rise: challenge occasion prominence top ranks; burst: scene; stand: test crowd; hit: ground; set: apart;
    spring: surprise; pull: off; rank: best among; win: landslide; sit: pile throne top; swim: cash money;
    run: rings
    """
)
BAD_TURNS = _table(
    """
    land: thud; rest: laurels; fall: wayside grace radar behind prey; run: trouble wall difficulties sand
    headwinds snags problems resistance steam money chips power; live: borrowed; play: hands second;
    bump: ceiling limits; crash: earth; come: undone unstuck nothing cropper grief; go: nowhere backwards
    wrong rails; sink: trace; vanish: trace; lurch: crisis; end: failure tears; wither: vine; grind: halt;
    limp: along; sit: sidelines hands; stay: sidelines; watch: sidelines; descend: chaos; head: wrong;
    lapse: irrelevance; fade: irrelevance obscurity; slide: irrelevance; scrape: barrel; suffer: hands
    """
)
"""A verb and a noun behind a preposition of it."""
