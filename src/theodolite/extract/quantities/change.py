"""Verbs of change, as a pattern."""

from __future__ import annotations

CHANGE_VERB = (
    r"(?:rose|ris(?:e|es|en|ing)|grew|grow(?:s|n|ing|th)?|increas\w+|jump\w*|surg\w+|climb\w*|"
    r"soar\w*|gain\w*|expand\w*|swell\w*|up|fell|fall(?:s|en|ing)?|drop\w*|declin\w+|plung\w+|"
    r"slump\w*|tumbl\w+|shr[aiu]nk\w*|decreas\w+|down|cut|cuts|reduc\w+|lower\w*|slash\w*|slid|"
    r"improv\w+|boost\w*|rais(?:e|ed|es|ing)|add(?:s|ed)?|lost|los(?:e|es|ing)|rallied|sank|"
    r"crash\w*|dip\w*|spik\w+|multipl\w+)"
)
