"""Claims held against observations: bind, round, hold, explain. Nothing here reads a file or measures."""
