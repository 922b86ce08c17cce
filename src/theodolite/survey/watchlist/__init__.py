"""The watchlist that is meant, and lists of other programs taken over into one."""
