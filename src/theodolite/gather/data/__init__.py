"""Data files from their publishers: one polite request an address, one member of a zip, local files."""
