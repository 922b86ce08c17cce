"""Verbs that judge, by whom they judge: their subject or their object. A particle stands behind a space."""

from __future__ import annotations

from theodolite.extract.words.lexicon import words


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(entry.split()) for entry in text.split(",") if entry.strip())


SUBJECT_STRONG = words(
    """excel thrive flourish prosper dominate soar boom shine impress triumph prevail outperform leapfrog
    master pioneer innovate overdeliver blossom bloom outclass overachieve succeed dazzle wow monopolise
    monopolize revolutionise revolutionize rebound skyrocket outshine proliferate ace outdo outsmart
    surge democratise democratize perfect captivate reign delight"""
) | _phrases(
    """
    take off, pull ahead, forge ahead, race ahead, surge ahead, stride forward, catch on, stand out,
    sprint ahead, speed ahead, power ahead, break through, pay off, steam ahead, push ahead, figure
    out, work around, get around, work hard, charge ahead, move ahead, get ahead, stay ahead, leap
    ahead, punch above, lead off, bounce back
    """
)
"""The subject does well."""
SUBJECT_WEAK = words(
    """
    lack struggle suffer lag falter stumble flounder languish stagnate underperform underinvest
    misfire backfire overregulate over-regulate deteriorate crumble dwindle wither plateau
    haemorrhage hemorrhage hallucinate squander founder trail malfunction flop err overreach regress
    sputter decline shrink wane slump collapse plummet stall weaken overheat dither procrastinate
    underdeliver backslide grapple wrestle contend fail scramble disappoint underwhelm flunk bomb
    mismanage bungle fumble botch drown creak sag fade erode evaporate decay flail limp muddle
    rot rust stagger starve waver wobble worsen totter
    """
) | _phrases(
    "fall behind, fall short, fall apart, fall flat, fall back, run out, run short, run low, lag behind, "
    "miss out, lose out, slip behind, drop behind, drop out, break down, dry up, slow down, burn through, "
    "drag on, back down, cave in, give up, trail behind, sit idle, drop off, fall away, die out, "
    "fizzle out, peter out, tail off, bleed out, struggle along, dry out, cool off, run aground"
)
"""The subject does badly."""
PROGRESS = words(
    """advance grow rise improve expand scale develop progress move learn evolve mature spread do perform
    catch accelerate climb increase build ramp diffuse emerge sell compete iterate deploy ship"""
)
"""The subject does as well as the manner says: "advance rapidly", "move slowly"."""
SPEND = words("invest spend pour plough plow bet hire recruit build fund subsidise subsidize finance pump")
"""The subject spends; judged only with "heavily" or the like."""
HEAVILY = words("heavily massively aggressively enormously lavishly generously hugely big")
DEPEND = words("depend rely hinge lean")
"""The subject leans on somebody else."""
FOREIGN = words(
    """foreign imported american u.s. us western overseas outside others taiwanese dutch chinese external
    imports tsmc nvidia asml abroad"""
)
UNABLE = words(
    """get buy make produce build manufacture match compete keep access afford meet scale catch obtain
    acquire replicate secure deliver develop import use purchase find train run retain attract rival
    sustain hire design fabricate mass-produce leverage handle solve offer reach do create provide
    generate absorb digest upgrade expand recruit cool feed house cope finish
    see understand replace serve supply write count spell translate speak fund host staff power
    train"""
)
"""What a side cannot do."""
HAVE = words(
    """have hold enjoy possess boast maintain retain keep gain command wield occupy establish earn secure
    win show demonstrate display exhibit own offer see"""
) | _phrases("carve out, rack up, build up")
"""The subject has its object, good or bad."""
ACHIEVE = words(
    """make achieve attain reach score notch build create develop take capture claim accomplish realise
    realize record deliver pull find celebrate sustain"""
)
"""The subject gets to its object, which is good."""
FACE = words(
    """face suffer confront encounter experience have endure incur meet hit see undergo bear battle fight"""
) | _phrases("run into, come under, grapple with, struggle with, contend with, suffer from, wrestle with")
LOSE = words("lose cede surrender forfeit lack miss squander waste relinquish sacrifice risk want erode")
OVERCOME = words(
    """overcome reduce ease lessen alleviate eliminate mitigate resolve solve circumvent bypass surmount
    sidestep avoid escape fix tackle conquer offset shed break dodge"""
)
SHAKE = words(
    """
    shake rattle stun shock jolt startle upend disrupt roil electrify rock astonish wow dazzle amaze
    impress surprise captivate stagger spook unsettle
    """
)
"""The subject makes the world look up."""
SHAKEN = words(
    """market markets world industry landscape valley street investors sector community wall globe everyone
    observers experts many analysts researchers field rivals stocks users developers"""
)
DISCLOSE = words("disclose reveal release publish share open")
"""Who does not do so is closed."""
ABLE = words(
    """
    produce make build develop design manufacture train create compete match deliver scale master
    achieve run
    """
)
"""What a side that can do it is strong by."""
OWN = words(
    "own homegrown home-grown domestic indigenous native in-house homemade self-developed proprietary"
)
EMPHASIS = words("emphasis importance priority focus premium weight stress")
"""What is placed on something."""
PRIORITISE = words("prioritise prioritize champion embrace")
DRAW = words("attract draw lure retain recruit court win")
DRAWN = words(
    "talent researchers engineers scientists students investment investments investors capital funding users "
    "customers attention interest developers money"
)
TRANSFORM = words(
    """
    drive shape define redefine reshape transform revolutionise revolutionize spearhead power push
    lead change set advance steer
    """
)
TRANSFORMED = words(
    """
    innovation growth adoption progress development frontier industry future field market boundaries
    limits agenda standard standards landscape game envelope economy pace tone rules way revolution
    wave boom
    """
)
"""What is driven on by who does well."""
ADOPT = words("adopt embrace deploy integrate implement incorporate use apply diffuse install")
WIDELY = words(
    """
    widely rapidly extensively quickly broadly everywhere aggressively fast swiftly enthusiastically
    massively
    """
)
SURPASS = words("exceed surpass beat top defy break smash shatter set")
SURPASSED = words(
    "expectations estimates forecasts records record limits predictions odds expectation benchmarks bar"
)
GIVE = words("give hand grant confer offer provide bring earn win lend afford allow award")
PRODUCE = words(
    "produce train graduate publish file generate attract create have own hold host build grant issue"
)
"""With "most", "many", "enough" these judge their subject."""
COPULAS = words(
    """be remain become stay seem look appear prove stand get grow turn feel sound rank keep fall go find
    become consider call deem regard leave render"""
)
