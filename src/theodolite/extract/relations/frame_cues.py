"""Which sentences the frames of `refusals`, `takings` and `hirings` are worth parsing for: two words that go
together ("stopped ... selling", "trained ... on", "as ... base"), and a name or a government beside them.
"""

from __future__ import annotations

from theodolite.extract.words import lexicon as words
from theodolite.extract.words.lemmas import forms


def _all(verbs: str) -> frozenset[str]:
    return frozenset(forms(words.in_order(verbs)))


_SELLING = _all("sell ship supply offer provide export deliver license serve release lease rent")
_TAKING = _all("use buy install access download deploy adopt run purchase procure import acquire obtain")
_GOODS = words.words(
    """downloads sales exports shipments use access licence licences license licenses permit permits approval
    orders app apps deliveries imports purchases store stores shelves"""
)
_BASES = words.words(
    "base basis foundation backbone starting fork copy clone derivative tune fine-tune wrapper"
)
_INNARDS = words.words("architecture weights design code tokenizer tokeniser recipe base techniques")
_RULES = words.words(
    """list blacklist controls control sanctions restrictions curbs licensing regime licence licences license
    licenses permit permits"""
)
_BOARDS = words.words("board boards committee council panel commission faculty team")
_LAW = words.words("bill law act legislation rule rules order directive measure measures proposal decree")
_BAR = _all(
    "cut starve deprive ban bar block forbid prohibit stop prevent restrict outlaw bid keep limit curb"
)

PAIRS: dict[str, frozenset[str]] = {}


def _pair(first: frozenset[str], second: frozenset[str]) -> None:
    for word in first:
        PAIRS[word] = PAIRS.get(word, frozenset()) | second


_pair(_all("stop cease halt suspend quit refuse decline discontinue"), _SELLING)
_pair(_SELLING, frozenset({"longer", "not", "n't", "doesn't", "don't", "never"}))
_pair(_all("put place add bring include subject"), _RULES)
_pair(
    _all(
        """suspend pull remove delete withdraw revoke cancel freeze seize confiscate intercept impound deny
        reject delist rescind"""
    ),
    _GOODS,
)
_pair(_LAW, _BAR)
_pair(_all("allow permit authorise authorize"), _SELLING | _TAKING)
_pair(_all("forbid prohibit bar ban block"), _SELLING | _TAKING)
_pair(
    frozenset({"may", "must", "cannot"}),
    _TAKING,
)
_pair(_all("need require"), words.words("licence license permit permission licences licenses permits"))
_pair(
    _all("tell order urge ask instruct advise"),
    _TAKING | _SELLING | words.words("remove replace ditch abandon drop scrap uninstall avoid stop"),
)
_pair(words.words("signed signs"), frozenset({"with"}))
_pair(_all("run serve train prototype infer operate compute"), frozenset({"on"}))
_pair(_all("take use have adopt start begin"), _BASES)
_pair(_all("borrow lift inherit use reuse share copy"), _INNARDS)
_pair(_all("switch move migrate port shift"), frozenset({"to", "onto"}))
_pair(
    _all("count list name number cite"),
    words.words(
        "customer customers client clients investors investor backers users shareholders partners partner"
    ),
)
_pair(_all("pick choose select"), frozenset({"partner", "partners"}) | _BASES)
_pair(_all("build put bake bundle add integrate embed load"), frozenset({"into", "inside"}))
_pair(words.words("bought buys buying buy"), frozenset({"into"}))
_pair(
    words.words("version versions generation assistant chatbot app tool bot"),
    words.words("based built runs powered"),
)
_pair(_all("replace equip outfit stock fill"), frozenset({"with"}))
_pair(_all("route swap"), frozenset({"to", "for"}))
_pair(_all("come"), frozenset({"from", "out"}))
_pair(_all("sample qualify"), frozenset({"with"}))
_pair(_all("sit serve join"), _BOARDS)
_pair(_all("hire poach recruit lure"), frozenset({"from", "away", "who", "researcher", "researchers"}))
_pair(_all("leave quit depart"), frozenset({"for", "join"}))
_pair(_all("jump defect decamp return"), frozenset({"to"}))
_pair(_all("teach study research lecture"), frozenset({"at"}))
_pair(_all("follow respond answer counter debut return come hit"), frozenset({"with"}))
_pair(
    _all("sign form strike ink forge join"),
    words.words("memorandum pact hands forces venture consortium"),
)
_pair(_all("fine-tune finetune distil distill tune copy clone"), words.words("make produce create its their"))
_pair(frozenset({"tuned", "tuning", "tune"}), words.words("make produce create to from on"))

ALL = frozenset(PAIRS)
OF_MODELS = _all(
    "choose pick select prefer favour favor offer boast tout rush bundle weave stock resell"
) | words.words("has have had built build puts put promotes improved refined")
"""Verbs that state a tie only where a model of the vocabulary stands behind them."""


def paired(present: frozenset[str] | set[str]) -> bool:
    """Whether two words that go together stand in a sentence."""
    found = present & ALL
    return any(not present.isdisjoint(PAIRS[word]) for word in found)
