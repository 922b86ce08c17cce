"""Plain words for products, and what stands before a product's or a house's name."""

from __future__ import annotations

from theodolite.extract.words import lexicon

PRODUCT = lexicon.words(
    """model chatbot chip processor assistant app smartphone phone laptop robot supercomputer accelerator
    gpu tool platform"""
)
NAMED_PRODUCT = lexicon.words("chatbot assistant tool app bot")
NO_PRODUCTS = lexicon.words("GenAI Arabic Hindi Mandarin Cantonese Swahili Urdu Bengali Tamil Malay English")
BEFORE_NAME = lexicon.words(
    """model chatbot chip processor assistant system app tool platform agent robot startup company firm
    lab group giant maker unit subsidiary investor rival partner developer supplier fund family
    series supercomputer technology"""
)
