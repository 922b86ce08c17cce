"""Which stretches of time are what is measured: how long a thing takes, lasts or is done; most others are only
circumstances ("in two years", "over the past decade")."""

# ruff: noqa: E501 - a pattern is read as one line
from __future__ import annotations

import re

from theodolite.extract.words.numbers import Figure

_TRAINING = re.compile(
    r"\b(?:train(?:ed|ing|s)?|pre-?train\w+|runs?(?!-))\b[^;]{0,50}\b(?:took|takes?|lasted|for|"
    r"over|in|required)\s*(?:just|only|about|some|a|the)?\s*\Z|\btook\s*\Z",
    re.I,
)
_TAKES = re.compile(
    r"\b(?:takes?|took|taken|requires?|required|needs?|needed|lasts?|lasted|spends?|spent)\b[^;,:.]{0,30}\Z",
    re.I,
)
_TO_DO = re.compile(r"\s(?:to\s(?!the\b|a\b)[a-z]+|before\s|in\s[A-Z]|on average\b)")
"""How long a thing takes ("seven years to connect a site") is what is measured."""
_DOUBLING = re.compile(
    r"\b(?:doubl\w+|tripl\w+|quadrupl\w+|halv\w+)\b[^;]{0,60}\b(?:every|each|in|within|of|"
    r"time is|times? of|period of|is|about)\s*(?:just|about|roughly|around)?\s*\Z",
    re.I,
)
_MEASURED_TIME = re.compile(
    r"\b(?:time horizons?|horizons?|duration|latency|lifespan|average|median|context|"
    r"tasks? (?:that )?(?:take|last)\w*(?: \w+){0,3}|lead times?|waiting times?|delivery times?|wait times?|queues?|backlogs?|"
    r"wait)\b[^;]{0,40}\Z",
    re.I,
)
_SPENT = re.compile(
    r"(?:(?<!i)(?<!to )\b(?:takes?|took|taken|taking|spends?|spent|spending|needs?|needed|requires?|required|lasts?|"
    r"lasted|waits|waited|waiting|lost|wasted)(?:\s(?!from|to|by|as|that|which|and|or|but)[\w’'-]+){0,3}\s"
    r"|\b(?:delay\w*|postpon\w+|shorten\w*|lengthen\w*|extend\w*|prolong\w*|put back|pushed back|late|early)"
    r"(?:\s(?!from|to)[\w’'-]+){0,4}\sby\s|\bgave?s? up after\s|\bgives? up after\s|\bfails? after\s|\bface[sd]?\s)"
    r"(?:(?:only|just|about|around|some|another|at least|a|an|the better part of|anything from)\s){0,2}[“\"]?\Z",
    re.I,
)
"""Verbs whose object is a stretch of time."""
_FOR = re.compile(
    r"\b(?:had|has|have|ran|runs?|running|was|were|been|is|are|held|holds?|kept|keeps?|stayed|stays?|stood|sat|worked|works|"
    r"turn(?:ed)? off|shut|closed|used|open|valid|trained|served|serves|live[ds]?|led|stalled|halted|suspended|lease[ds]?|"
    r"rent(?:ed|s)?|signed|locked|banned|barred|supply|survive[sd]?|operate[sd]?)\b"
    r"(?:\s(?!from|in|ago|ready|over|by|until|since|but|and|while)[\w’',-]+){0,6}\sfor\s"
    r"(?:(?:only|just|about|around|some|another|at least|up to|a|an|nearly|almost|more than|over|less than)\s){0,2}\Z",
    re.I,
)
"""How long a thing was or is done."""
_AFTER = re.compile(r"\b(?:after|with)\s(?:\w+\s){0,1}\Z")
_SERVICE = re.compile(r"\s(?:at|with|as|inside)\s(?:a\s|an\s|the\s)?[A-Z]")
"""A career: "after eleven years at Arm"."""
_LATER = re.compile(
    r"\s(?:later|earlier|longer|shorter|sooner|late|early|behind schedule|ahead of schedule)\b(?:\sthan\b)?"
)
_SCHEDULE = re.compile(
    r"\b(?:come|comes|came|opens?|opened|start\w*|arriv\w+|deliver\w+|launch\w*|enter\w*|finish\w*|"
    r"complet\w+|appl(?:y|ies))\b[^;,]{0,30}\Z",
    re.I,
)
_COLLECTED = re.compile(
    r"\s(?:of\s(?:[\w-]+\s){0,3}(?:data|video|footage|speech|audio|recordings?|teleoperation|training|compute)|of\s(?:it|which|them)\s(?:in|from|are|is))\b"
)
_TAKES_ONE = re.compile(
    r"\b(?:takes?|took|taken|needs?|needed|lasts?|lasted|requires?|spent|waits?|waited|every|by)"
    r"(?:\s(?:about|only|just|nearly|almost|over|him|her|us|them|it|roughly|less than|more than))?\s\Z",
    re.I,
)
_LASTING = re.compile(
    r"\b(?:life|lead times?|build times?|turnaround|waiting times?|wait|duration|delay|payback|notice|lifetime|shelf life|half-life|"
    r"tenure|sentence|lease|warranty|backlog|queue|cycle)\b(?:\s[\w-]+){0,4}\s(?:is|was|are|were|of|runs to|ran to|averages?|"
    r"averaged|stands at|stood at|reached|to)\s(?:(?:about|around|roughly|some|now|only|just|nearly|almost)\s){0,2}\Z",
    re.I,
)
_DONE_IN = re.compile(
    r"\b(?:built|wrote|written|trained|assembled|finished|completed|developed|designed|erected|set up|went up|put up|connected|delivered|ready|opened)\b"
    r"(?:\s(?!in|but|and|since)[\w’'-]+){0,5}\s(?:in|within)\s(?:(?:just|only|about|under|less than|a mere)\s)?\Z",
    re.I,
)
_AND_THERE = re.compile(r"\b(?:takes?|took|needs?|needed)\b[^.;]{0,60}\sin\s[A-Z]\w+(?:,|\sand|,\sand)\s\Z")
_LAST = re.compile(
    r"(?<!spent )(?<!spend )(?<!took )\b(?:the|these|those|its|their|our|my)\s(?:last|past|previous|preceding|coming|next)\s\Z",
    re.I,
)
_LEARNED_FROM = re.compile(
    r"\b(?:train(?:ed|ing|s)?|fine-tuned|learn(?:ed|t|s)?|pretrained|built|based|collect(?:ed|s)|record(?:ed|s)?|gather(?:ed|s)|"
    r"dataset|corpus|transcribed|ingest(?:ed|s)|label(?:led|ed)|logged)\b[^.;:]{0,50}\Z",
    re.I,
)
_LIVED = re.compile(
    r"\b(?:took|takes?|taken|costs?)\s(?:me|my\s\w+|my\sown\s\w+)\s(?:(?:about|only|just|some|over|nearly|almost|at least|"
    r"more than|less than)\s)?\Z",
    re.I,
)
_CLIPS = (
    r"(?:clips?|videos?|films?|movies?|footage|shots?|songs?|tracks?|recordings?|scenes?|animations?|audio|music|podcasts?|"
    r"episodes?|sequences?|tasks?|jobs?)"
)
_BOUND = r"(?:(?:up\sto|as\slong\sas|at\smost|under|over|more\sthan|less\sthan|about|around|only|just|some|roughly|nearly|almost)\s){0,2}"
_CLIP_OF = re.compile(
    rf"\b{_CLIPS}(?:\s(?:of|lasting|running\sto|that\s(?:last|run)|from|between)|\sas\slong\sas|\sup\sto|,)?\s{_BOUND}\Z",
    re.I,
)
_LONG = re.compile(
    r"(?:\s(?:long|in\slength|each|of\s(?:video|audio|speech|music|footage)|with\ssound)\b|\s?[.,;)]|\s(?:with|at|in|from|and|for|on)\b|\Z)"
)
_CLIP_BEHIND = re.compile(
    rf"[\s-](?:long\s)?(?:[\w-]+\s)?{_CLIPS}\b|\sof\s(?:[a-z-]+\s)?(?:video|footage|film|speech|audio|music|sound|animation|recordings?)\b"
)
_MAKES = re.compile(
    r"\b(?:generat\w+|creat\w+|mak(?:e|es|ing)|made|produc\w+|render\w*|handl\w+|transcrib\w+|process\w*|record\w*|offer\w*|allow\w*|"
    r"support\w*|output\w*|extend\w*|limited|capped|stops?|cuts?\soff|bought|collect\w*|licen[sc]ed|analys\w+|watch\w*)\b[^.;:]{0,70}\Z",
    re.I,
)
"""What products do with what has a length."""
_LIMITED = re.compile(
    r"\b(?:limited|capped|restricted|confined|maxes\sout|tops\sout|max\w*|stops?|cuts\soff|gives\sout)\s(?:to|at|after)\s"
    r"(?:only\s|just\s|about\s)?\Z",
    re.I,
)
_KEEPS_GOING = re.compile(
    r"\b(?:runs?|flies|fly|flew|hovers?|operates?|walks?|drives?|lasts?|plays?|sails?|swims?|stays?\s(?:up|aloft|airborne)|works?|can\s(?:run|fly|"
    rf"walk|operate|work|last|hover|reason|think))(?:\s(?:autonomously|continuously|unattended|alone|nonstop|non-stop))?(?:\sfor)?\s{_BOUND}\Z",
    re.I,
)
_ON_A_CHARGE = re.compile(
    r"\s(?:on\s(?:a|one|its|battery)|between\scharges|per\scharge|without|unattended|before|at\sa\s(?:time|stretch))\b|\s?[.,;]|\Z|\sand\b"
)
_ANSWERS = re.compile(
    r"\b(?:answers?|responds?|replies|generates?|produces?|renders?|translates?|transcribes?|solves?|finishes|completes?|boots|charges|"
    r"recharges|loads|draws|writes|reads|sorts|folds|picks|assembles|diagnoses|scans|checks|reviews|starts)\b[^.;:,]{0,50}\s(?:in|within)\s"
    r"(?:(?:just|only|about|under|less\sthan|around)\s)?\Z"
)
"""How fast a product does something."""
_QUEUE = re.compile(
    r"[\s-](?:long\s)?(?:queue|waiting\slist|waitlist|wait|backlog|delay|lead\stimes?|waiting\stime)\b", re.I
)
_NAMED_CLIP = re.compile(rf"\b{_CLIPS}\b", re.I)
_STOCK = re.compile(r"\s(?:worth\s)?of\s(?:[a-z-]+\s){0,2}[a-z]{3,}")
_LITTLE = ("second", "minute", "hour")


def is_measured(figure: Figure, before: str, after: str) -> bool:
    """Whether a stretch of time is what is measured."""
    if _COLLECTED.match(after) or _is_of_a_product(figure, before[-100:], after):
        return True
    if figure.unit == "hour" and _LEARNED_FROM.search(before[-90:]) and re.match(r"\sof\s[a-z]", after):
        return True
    if _LIVED.search(before[-60:]):
        return False  # "it took me nine years"
    if figure.vague and not figure.scaled:
        return False
    if figure.worded and figure.low == 1 and not figure.hyphened and not _TAKES_ONE.search(before):
        return False  # "200 dollars a month"
    if _LAST.search(before):
        return False  # "what the last three years have looked like"
    if re.match(r"\sin\s[A-Z]", after) and _AND_THERE.search(before[-110:]):
        return True
    if _LASTING.search(before[-80:]) or _DONE_IN.search(before[-90:]):
        return True
    if figure.scaled and (figure.low or figure.high or 0) >= 1000:
        return True
    if (
        _DOUBLING.search(before)
        or (_TAKES.search(before) and _TO_DO.match(after))
        or (_TRAINING.search(before) and re.search(r"train|run|comput", before + after, re.I))
        or (
            _MEASURED_TIME.search(before)
            and not re.search(r"\b(?:lag|gap|lead|behind|ahead)\b", before, re.I)
        )
    ):
        return True
    near = before[-90:]
    if figure.hyphened or re.match(r"\s?(?:ago|of age|old)\b|['’]s?\s", after):
        return False
    if _SPENT.search(near):
        return figure.unit not in _LITTLE or not near.rstrip().endswith("spent")
    if figure.unit in _LITTLE:
        return False
    if figure.worded and figure.low == 1:
        return False  # "for a week"
    return bool(
        (_AFTER.search(near) and _SERVICE.match(after))
        or _FOR.search(near)
        or (_LATER.match(after) and "than" in after[:30] and _SCHEDULE.search(near))
    )


def _is_of_a_product(figure: Figure, before: str, after: str) -> bool:
    """Whether it is the length of what a product makes, how long it goes on, how fast it is, how long the queue is."""
    if figure.unit == "hour" and (figure.low or figure.high or 0) >= 100 and _STOCK.match(after):
        return True
    if _QUEUE.match(after) and not re.search(r"\b(?:after|during|despite)\s(?:an?\s)?\Z", before):
        return True
    if figure.unit not in (*_LITTLE, "day"):
        return False
    if figure.unit != "day" and _MAKES.search(before) and _CLIP_BEHIND.match(after):
        return True
    if figure.unit != "day" and _CLIP_OF.search(before) and _LONG.match(after):
        return True
    if _LIMITED.search(before) or (_KEEPS_GOING.search(before) and _ON_A_CHARGE.match(after)):
        return True
    return bool(_ANSWERS.search(before) and _LONG.match(after))


def metric(figure: Figure, before: str, after: str) -> str | None:
    """What the length of a product's work is called; None where the words show none."""
    near = before[-100:]
    if queue := _QUEUE.match(after):
        return queue.group().strip(" -").removeprefix("long ").lower()
    if figure.unit not in (*_LITTLE, "day"):
        return None
    if _ANSWERS.search(near):
        return "response time"
    if _KEEPS_GOING.search(near):
        return "running time"
    for pattern, where in ((_CLIP_BEHIND, after), (_CLIP_OF, near)):
        if (made := pattern.match(where) if where is after else pattern.search(where)) and (
            named := _NAMED_CLIP.search(made.group())
        ):
            return f"length of {named.group().lower()}"
    return "length" if _LIMITED.search(near) else None


def extent(figure: Figure, after: str) -> int:
    """The characters behind a figure that belong to it: "ten-second clips"."""
    match = _CLIP_BEHIND.match(after) or _QUEUE.match(after) if figure.hyphened else None
    return match.end() if match else 0
