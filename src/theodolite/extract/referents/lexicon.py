"""Words that stand for what is named elsewhere: pronouns, and nouns by the kind they describe."""

from __future__ import annotations

from typing import Any

from theodolite.extract.words import lexicon

FIRST = lexicon.words("we us our ours ourselves i my me mine myself")
SINGULAR = lexicon.words("it its itself he she his her hers him himself herself this that which")
PLURAL = lexicon.words("they them their theirs themselves these those who whom whose both")
PERSONS = lexicon.words("he she his her hers him himself herself")
REFLEXIVE = lexicon.words("itself himself herself themselves its their his her")
THINGS = lexicon.words(
    "models copies systems chatbots chips companies firms labs startups start-ups developers versions "
    "products players contenders alternatives ones rivals tools apps researchers makers chipmakers giants "
    "laboratories engineers scientists universities institutions groups teams"
)

COUNTRY = lexicon.words("country nation government mainland state economy authorities superpower leadership")
COMPANY = lexicon.words(
    """company firm startup start-up lab group giant maker developer chipmaker laboratory organisation
    organization business team unit bank conglomerate corporation manufacturer provider vendor operator
    designer foundry retailer carmaker automaker outfit enterprise unicorn behemoth heavyweight upstart
    creator parent owner subsidiary supplier studio titan juggernaut newcomer player venture investor fund
    hyperscaler champion"""
)
RELATED = lexicon.words(
    """shareholder owner investor backer funder founder rival competitor customer client supplier partner
    parent subsidiary affiliate landlord lender creditor user peer equal enemy ally neighbour neighbor
    successor predecessor maker developer chairman chief boss"""
)
"""What somebody is to another, never to himself: in "X is its owner", "its" is not X."""
WORKPLACES = lexicon.words(
    """lab labs laboratory group team school department faculty institute university college company firm
    start-up startup up office clinic studio employer business utility bank hospital court newsroom agency"""
)
"""Where somebody works who says "my" or "our"."""
OPPONENTS = lexicon.words(
    "adversary adversaries rival rivals competitor competitors opponent opponents enemy foe challenger"
)
NATIONAL = lexicon.words(
    """government ministers minister ministry parliament universities country nation economy grid hospitals
    schools laws president constitution army soldiers citizens taxpayers voters politicians youth population
    society"""
)
"""What a country has, not a house."""
INSTITUTE = lexicon.words("institute university school college academy faculty")
BODY = lexicon.words(
    "agency ministry department regulator commission watchdog bureau parliament senate council"
)
OBSERVER = lexicon.words(
    "tank think-tank consultancy researcher analyst newspaper publication magazine outlet"
)
MODEL = lexicon.words(
    "model chatbot system app assistant tool version release product bot phone service platform llm agent "
    "family series flagship application software generator engine handset smartphone"
)
CHIP = lexicon.words("chip processor gpu accelerator semiconductor cpu tpu component hardware silicon soc")
AGAINST = lexicon.words(
    "restrictions restriction efforts curbs sanctions bans ban controls control measures pressure rules "
    "attempts moves embargo tariffs limits crackdown campaign policies policy threats"
)
"""What one side does to another: "its" behind "US sanctions" is not the side that imposes them."""
MAKER = lexicon.words("maker developer creator owner parent manufacturer designer producer inventor operator")

REGIONS: dict[str, tuple[str, ...]] = {
    "continent": ("Europe", "European Union", "Africa", "Asia", "Latin America", "North America"),
    "bloc": ("European Union", "Europe", "ASEAN", "BRICS", "G7"),
    "island": ("Taiwan", "Japan", "United Kingdom"),
    "city-state": ("Singapore",),
    "kingdom": ("Saudi Arabia", "United Kingdom"),
    "emirates": ("United Arab Emirates",),
}
"""Words for a side that fit only some."""


def noun(token: Any) -> str:
    """The noun that a token is the head of, in lower case; "start-up" is one, though parsed as three."""
    word: str = token.text.lower()
    if word in ("up", "tank") and token.i >= 2 and token.nbor(-1).text == "-":
        return f"{token.nbor(-2).text.lower()}-{word}"
    return word
