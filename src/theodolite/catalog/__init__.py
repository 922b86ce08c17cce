"""Data shipped with the package: sources, vocabulary, definitions, the embedded starter."""
