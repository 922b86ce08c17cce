"""The words that judge, by class: adjectives, nouns, verbs."""
