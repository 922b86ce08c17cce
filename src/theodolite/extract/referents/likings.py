"""What kind of thing "it" is likely to be, by what is said of it: a model costs and scores, a house hires."""

from __future__ import annotations

from typing import Any, Literal

from theodolite.extract.words import lexicon, predications
from theodolite.extract.words.lemmas import lemma

Liking = Literal["model", "organisation", "side"]

_MODEL_PARTS = lexicon.words(
    """parameter parameters weight weights context window token tokens accuracy answer answers output
    outputs architecture licence license predecessor successor price memory bandwidth teraflops
    transistor transistors benchmark benchmarks training vocabulary layers experts reasoning
    responses score scores hallucinations downloads derivatives latency throughput"""
)
_STATE_PARTS = lexicon.words(
    """universities government governments ministry ministries economy provinces hospitals schools parliament
    president currency citizens population army minister ministers regulators constitution grid farmers
    exports territory borders military diplomats voters cities regions neighbours neighbors"""
)
_HOUSE_PARTS = lexicon.words(
    """founder founders co-founder chief boss ceo cto chairman president shares stock employee employees
    staff workforce investor investors valuation headquarters customers clients engineer engineers
    researcher researchers scientists revenue revenues sales profit profits board subsidiary
    subsidiaries parent shareholders backers office offices owner owners spokesman spokeswoman
    spokesperson founding factory factories fab fabs plant plants labs cloud market budget funding
    round team teams chatbot app model models chip chips flagship"""
)
_MODEL_DOES = lexicon.words(
    """cost score generate hallucinate outperform beat match support understand translate reason answer
    process fit rank top run solve recognise recognize write code think respond perform hit reach
    trail lag handle"""
)
_HOUSE_DOES = lexicon.words(
    """employ raise hire sell plan announce invest buy acquire own sue expect aim charge deny agree sign
    spend earn make build develop design train release launch unveil ship operate supply manufacture
    produce borrow recruit partner open-source say add warn hope intend want"""
)
_MODEL_IS_DONE = lexicon.words(
    """train release download build fine-tune distil distill quantise quantize license licence price launch
    open-source publish pretrain design base test unveil introduce deploy upgrade update"""
)
_MODEL_IS = lexicon.words(
    """cheap cheaper cheapest open free fast faster slow slower small smaller available multilingual
    comparable open-source open-weight closed accurate better worse good close equal multimodal
    bilingual downloadable"""
)
_FOUNDED = lexicon.words("found value list base back own acquire fund headquarter")


def of(token: Any) -> Liking | None:
    """The likelier kind of what a singular pronoun stands for; None where nothing tells."""
    head = token.head
    if token.dep_ == "poss":
        word = head.text.lower()
        if word in _STATE_PARTS:
            return "side"
        return "organisation" if word in _HOUSE_PARTS else "model" if word in _MODEL_PARTS else None
    if token.dep_ not in ("nsubj", "nsubjpass") or not head.tag_.startswith(("VB", "MD")):
        return None
    plain = lemma(head)
    if predications.is_passive(head):
        return "model" if plain in _MODEL_IS_DONE else "organisation" if plain in _FOUNDED else None
    if plain == "be":
        said = (c.text.lower() for c in head.children if c.dep_ in ("acomp", "attr"))
        return "model" if any(word in _MODEL_IS for word in said) else None
    if plain == "have":
        things = [c for c in head.children if c.dep_ == "dobj"]
        measured = [t for c in things for t in predications.behind(c, "of")]  # "128 GB of memory"
        held = [t.text.lower() for t in (*things, *measured)]
        if any(word in _MODEL_PARTS for word in held):
            return "model"
        return "organisation" if any(word in _HOUSE_PARTS for word in held) else None
    return "model" if plain in _MODEL_DOES else "organisation" if plain in _HOUSE_DOES else None
