"""The words with which English reports what others say, know or have found."""

from __future__ import annotations

import re

from theodolite.extract.words import lexicon

# Verbs that report whoever stands before them, and verbs that do so only for people, bodies and studies.
SAY = lexicon.words(
    """say says said saying tell tells told telling state states stated stating note notes noted
    noting argue argues argued arguing add adds added adding claim claims claimed claiming warn
    warns warned warning explain explains explained insist insists insisted remark remarks
    remarked acknowledge acknowledges acknowledged concede concedes conceded admit admits
    admitted announce announces announced write writes wrote writing assert asserts asserted
    maintain maintains maintained contend contends contended declare declares declared reply
    replies replied comment comments commented observe observes observed stress stresses
    stressed emphasize emphasizes emphasized emphasise emphasises emphasised echo echoes echoed
    mention mentions mentioned testify testified quip quips quipped joke jokes joked
    whisper whispers whispered grumble grumbles grumbled continue continued
    tweet tweeted post posted boast boasts boasted caution cautions cautioned suggest suggests
    suggested suggesting predict predicts predicted predicting believe believes believed think
    thinks thought reckon reckons reckoned estimate estimates estimated estimating expect
    expects expected forecast forecasts forecasted projects projected calculate calculates
    calculated conclude concludes concluded concluding report reports reported reporting point
    points pointed agree agrees agreed assume assumes assumed assess assesses assessed proclaim
    proclaims proclaimed hold holds confirm confirms confirmed reveal reveals revealed deny
    denies denied speculate speculated guess guessed propose proposed opine opined posit posited
    put puts disclose discloses disclosed feel feels felt lament laments lamented recall recalled
    recalls repeat repeats repeated submit submits submitted
    cite cites cited clarify clarifies clarified elaborate elaborates elaborated recount recounts
    recounted outline outlined outlines reiterate reiterates reiterated attribute attributed tout touted touts
    quote quoted complain complains complained figure figures figured hint
    hinted hints dispute disputes disputed reject rejects rejected
    fear fears feared worry worries worried hope hopes hoped doubt doubts doubted anticipate anticipates
    anticipated foresee foresees foresaw envision envisions envisioned envisage envisages envisaged suspect
    suspects suspected consider considers considered regard regards regarded view views viewed describe
    describes described describing call calls called calling characterise characterises characterised
    characterize characterizes characterized highlight highlights highlighted highlighting underscore
    underscores underscored underline underlines underlined question questions questioned wonder wonders
    wondered imagine imagines imagined recognise recognises recognised recognize recognizes recognized
    realise realised realize realized advise advises advised urge urges urged recommend recommends
    recommended assure assures assured promise promises promised pledge pledges pledged vow vows vowed
    inform informs informed remind reminds reminded respond responds responded answer answers answered
    counter counters countered retort retorted allege alleges alleged confess confesses confessed muse muses
    mused judge judges judged credit credits credited blame blames blamed accept accepts accepted understand
    understands understood know knows knew see sees saw rate rates rated determine determines determined
    emphasizing stressing remarking recounting theorise theorised theorize theorized surmise surmised
    predicated lamenting bemoan bemoans bemoaned chide chided scoff scoffs scoffed bet bets joking
    discuss discusses discussed address addresses addressed"""
)
# With these whoever stands before them tells something, whatever their calling.
TELL = lexicon.words(
    """say says said tell tells told argue argues argued add adds added claim claims claimed warn warns warned
    explain explains explained insist insists insisted admit admits admitted write writes wrote reckon reckons
    reckoned complain complains complained joke jokes joked
    comments commented laments lamented grumbles grumbled reply replied recall recalled concede concedes
    conceded texts
    remark remarked mutter muttered"""
)
# With these somebody gives a thing a name or a quality: "calls the shortage acute".
LABELS = lexicon.words(
    """describe describes described describing call calls called calling characterise characterises
    characterised characterize characterizes characterized regard regards regarded view views viewed
    consider considers considered rate rates rated judge judges judged highlight highlights highlighted
    underscore underscores underscored underline underlines underlined question questions questioned"""
)
FIND = lexicon.words(
    """find finds found finding show shows showed shown showing indicate indicates indicated reveal
    reveals revealed demonstrate demonstrates demonstrated report reports reported put puts
    estimate estimates estimated suggest suggests suggested suggesting conclude concludes
    concluded project projects projected forecast forecasts say says said state states stated
    note notes noted see sees saw count counts counted imply implies implied predict predicts
    predicted rank ranks ranked calculate calculates calculated place places placed peg pegs
    pegged warn warns warned expect expects expected track tracked tracks record records
    recorded claim claims claimed argue argues argued determine determines determined
    discover discovers discovered document documents documented highlight highlights highlighted
    underscore underscores underscored stress stresses stressed"""
)
# With these a body says what it has found, counted or worked out, not what it wants or plans.
FINDING = lexicon.words(
    """find finds found finding show shows showed shown indicate indicates indicated reveal reveals
    revealed demonstrate demonstrates demonstrated report reports reported put puts estimate
    estimates estimated conclude concludes concluded calculate calculates calculated rank ranks
    ranked peg pegs pegged track tracks tracked record records recorded count counts counted
    reckon reckons reckoned project projects projected forecast forecasts determine determines
    determined discover discovers discovered measure measures measured document documents documented
    identify identifies identified highlight highlights highlighted underscore underscores underscored
    detail details detailed"""
)
# Those whom surveys ask.
SAMPLED = lexicon.words(
    """respondents participants makers managers executives leaders companies firms organisations
    organizations people workers employees developers teachers students professionals users
    consumers adults businesses"""
)
# These report only with a clause ("points out that", "holds that"), never with a bare object.
CLAUSE_ONLY = lexicon.words(
    """point points pointed hold holds put puts figure figures figured find finds found finding see
    sees saw show shows showed shown showing count counts counted place places placed rank ranks
    ranked add adds added adding post posted feel feels felt track tracks tracked record records
    recorded project projects projected believe believes believed think thinks thought expect
    expects expected assume assumes assumed suggest suggests suggested suggesting continue
    continued recall recalled quote quoted projects hint agree agrees agreed report reports
    reported reveal reveals revealed indicate indicates indicated demonstrate demonstrates
    demonstrated announce announces announced deny denies denied confirm confirms confirmed
    mention mentioned mentions dispute disputes disputed reject rejects rejected imply implied
    implies write writes wrote writing maintain maintains maintained tout touts touted boast
    boasts boasted comment comments commented disclose disclosed discloses elaborate elaborates
    elaborated recount recounts recounted outline outlines outlined
    fear fears feared worry worries worried hope hopes hoped doubt doubts doubted anticipate anticipates
    anticipated foresee foresees foresaw envision envisions envisioned envisage envisages envisaged suspect
    suspects suspected consider considers considered regard regards regarded view views viewed describe
    describes described describing call calls called calling characterise characterises characterised
    characterize characterizes characterized highlight highlights highlighted highlighting underscore
    underscores underscored underline underlines underlined question questions questioned wonder wonders
    wondered imagine imagines imagined recognise recognises recognised recognize recognizes recognized
    realise realised realize realized advise advises advised urge urges urged recommend recommends
    recommended assure assures assured promise promises promised pledge pledges pledged vow vows vowed
    inform informs informed remind reminds reminded respond responds responded answer answers answered
    counter counters countered allege alleges alleged confess confesses confessed muse muses mused judge
    judges judged credit credits credited blame blames blamed accept accepts accepted understand
    understands understood know knows knew rate rates rated determine determines determined discover
    discovers discovered observe observes observed measure measures measured document documents documented
    identify identifies identified assess assesses assessed detail details detailed list lists listed
    bet bets discuss discusses discussed address addresses addressed chide chided bemoan bemoans bemoaned
    scoff scoffs scoffed emphasize emphasizes emphasized stress stresses stressed"""
)
STUDY = lexicon.words(
    """study studies report reports survey surveys poll polls analysis analyses research paper
    papers data figures statistics estimate estimates index ranking rankings review findings
    tracker database dataset forecast forecasts projection projections assessment numbers
    results census article note brief memo benchmark benchmarks leaderboard calculations
    testimony tests evaluation evaluations results survey's testing trials modelling modeling audit
    scorecard bulletin filings documents records indicators chart charts graph graphs table tables tally
    statistics yearbook outlook whitepaper dashboard release statement announcement prospectus
    presentation website"""
)
PEOPLE = lexicon.words(
    """analyst analysts expert experts researcher researchers scientist scientists official
    officials executive executives insider insiders critic critics observer observers economist
    economists investor investors engineer engineers people many some others most guest guests
    founder founders ceo spokesman spokeswoman spokesperson professor professors author authors
    lawmaker lawmakers senator minister president chairman chairwoman chairperson director head
    chief commentator commentators pundit pundits source sources person entrepreneur
    entrepreneurs developer developers strategist strategists adviser advisers advisor advisors
    scholar scholars veteran veterans leader leaders partner manager managers one few several
    everyone government ministry administration company startup firm lab agency newspaper
    magazine outlet bank consultancy think-tank tank organisation organization institute team
    group user users poster commenter academic academics academicians bulls bears optimists
    pessimists sceptics skeptics proponents opponents advocates supporters traders watchers
    participants students journalist journalists reporter columnist employees workers
    laureate billionaire tycoon mogul politician physicist technologist technocrat winner
    respondents speaker speakers panelist panelists lawyer lawyers teacher colleague colleagues
    friend friends folks those reports"""
)
ROLES = lexicon.words(
    """CEO CTO CFO COO Chairman Chairwoman Chairperson Chair President Professor Prof Prof. Dr Dr.
    Mr Mr. Mrs Mrs. Ms Ms. Sir Founder Co-founder Co-Founder Director Secretary Minister Senator
    Sen Sen. Rep Rep. Representative Chief Executive Officer Scientist Economist Analyst
    Engineer Partner Head Premier Governor General Ambassador Commissioner Managing Vice Senior
    Deputy Prime Former former Academician Author Commerce Technology Shri Smt Sheikh Sheikha Datuk Dato
    Herr Frau Monsieur Madame Lord Lady Dame Baroness Madam"""
)
FIRST_PERSON = lexicon.words("i we")
PRONOUNS = lexicon.words("he she they it who")
CONSENSUS = re.compile(
    r"\b(?:it(?:'s| is| was) (?:now )?(?:widely|generally|commonly|broadly|universally|"
    r"often) (?:agreed|believed|accepted|acknowledged|recogni[sz]ed|thought|held|assumed|"
    r"understood|said|reported)"
    r"|(?:is|are) (?:widely|generally|commonly|broadly) (?:believed|considered|thought|seen|"
    r"regarded|held|agreed|accepted|estimated|understood|acknowledged|assumed)"
    r"|(?:the |a )?(?:general |broad |growing |prevailing |industry |expert |"
    r"common )?consensus (?:is|was|view|has it|among|estimate)"
    r"|(?:most|almost all|nearly all) (?:experts|analysts|observers|researchers|"
    r"people) (?:now )?(?:agree|believe|think|say|accept|put)"
    r"|conventional wisdom|the common view|commonly held|widely held|everyone agrees|the prevailing view)\b",
    re.I,
)
ACCORDING = re.compile(
    r"\b(?:according to|in the (?:words|view|opinion|estimation|assessment) of|in the eyes of|as per|per|"
    r"by the (?:reckoning|count|estimates?|account|tally|calculations?|admission) of)\s+",
    re.I,
)
_ACCOUNT = (
    r"(?:view|eyes|account|estimate|estimation|count|reckoning|words|opinion|assessment|telling|tally|"
    r"calculations?|judge?ment|analysis|reading|experience|projections?|estimates|figures)"
)
ACCOUNT = re.compile(
    rf"\b(?i:in|by|on|from)\s(?:(?P<who>his|her|their|its)\s|"
    rf"(?P<name>(?:the\s)?[A-Z][\w.’'-]*(?:\s[A-Z][\w.-]*){{0,5}}?)"
    rf"(?:['’]s|['’])\s)(?:own\s|latest\s|best\s|rough\s)?{_ACCOUNT}\b(?!\s(?:of|on|that|for)\b)",
)
OPINION = re.compile(
    r"\b(?P<who>his|her|their|its)\s(?:\w+\s){0,2}(?:predictions?|beliefs?|views?|claims?|estimates?|"
    r"forecasts?|warnings?|"
    r"arguments?|opinions?|convictions?|assessments?|expectations?|statements?|remarks?|assertions?)\sthat\s"
)
INTRODUCES = re.compile(
    r"\b(?:elaborat\w+|describ\w+|outlin\w+|list(?:s|ed)|explain\w*|recall\w*|recount\w*|detail\w+|"
    r"summ\w+ up|"
    r"summari[sz]\w+|pa(?:ints?|inted)|put it|puts it|argu\w+|not(?:es|ed)|warn\w*|point\w*|conced\w+|"
    r"gave|gives?|offer\w*|present\w*|cit(?:es|ed)|shar(?:es|ed)|compar(?:es|ed)|reported|said|says|wrote|"
    r"stated|stress\w+|emphasi[sz]\w+|told|spoke|speaks)\b[^:;\n]{0,140}:\s+(?=\S+\s\S+\s\S+\s)"
)
INVESTS = re.compile(
    r"[^;:]{0,60}?\d[^;:]{0,40}?\binto\b|\s+[$€£¥]?\d[\w.,]*(?:\s\w+){0,3}\s(?:in|into|on)\b"
)
PUT_OUT = re.compile(
    r"\s(?:(?:it|them|this|him|her)\s)?(?:out|up|on|off|aside|together|down|in|forth|back|forward|pressure|money)\b"
)
CITING = re.compile(
    r"\b(?:citing|quoting|cites|cited|referring to|pointing to|based on)\s+(?:data|figures|"
    r"estimates|statistics|numbers|research|a report|a study|reports|a survey|an analysis|"
    r"an estimate)?\s*(?:from|by|of|compiled by|published by)?\s*",
    re.I,
)
VIA = re.compile(
    r"\b(?:told|in an interview with|speaking to|in a conversation with|as reported by|"
    r"first reported by|reported by|as told to)\s+",
    re.I,
)
CONNECTIVE = re.compile(
    r"(?:however|furthermore|moreover|in addition|additionally|also|but|and|yet|meanwhile|"
    r"still|for example|for instance|specifically|by contrast|in contrast|"
    r"by comparison|that compares|this compares|similarly|likewise|of those|of these|among|"
    r"subsequently|nevertheless|nonetheless|at the same time|"
    r"another|the remaining|the rest|only|just|overall|out of|they|he|she|"
    r"the (?:report|study|survey|authors|researchers|paper|analysis|data|figures|index|gap|"
    r"share|number|figure|remainder|findings|poll|think tank))\b",
    re.I,
)
LEAD_SPEECH = re.compile(
    r"\b(?:the following is|below is|what follows is|this is|here is|full text of|"
    r"transcript of|edited transcript of|remarks (?:by|of)|speech (?:by|of)|address by|"
    r"keynote by|excerpts? (?:from|of))\b",
    re.I,
)
BYLINE = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]+)?(?:[*_]{1,2})?(?i:by|written by|author:|speaker:|posted by|text by|story by|"
    r"remarks by|speech by|a speech by|keynote by|opinion by|op-ed by)[ \t]+"
    r"(?P<name>[A-Z][\w.'’-]+(?:[ \t]+(?:(?:de|van|von|der|bin|al)[ \t]+)?[A-Z][\w.'’-]+){1,3})"
    r"(?=[*_]{0,2}[ \t]*(?:$|[,|•·(–—-]|and\b|at\b|for\b|in\b|on\b))",
    re.M,
)
STAFF = re.compile(
    r"\b(?:staff|editors?|editorial|newsroom|desk|agency|agencies|reporters?|correspondent|"
    r"team|admin|news|media|press|anonymous|guest|unknown|deleted|user|webmaster|AFP|AP|"
    r"Reuters|Xinhua|Bloomberg|CNBC|PTI|UPI)\b",
    re.I,
)

PLACES = re.compile(
    r"\b(?:puts?|plac(?:e|es|ed)|sees?|saw|estimat(?:e|es|ed)|counts?|counted|pegs?|pegged|reckons?|"
    r"gives?|gave)\b",
    re.I,
)
PLACED = re.compile(
    r"\b(?:gap|lag|lead|behind|ahead|numbers?|share|figure|total|cost|at|at least|about|around)\b|\d", re.I
)
