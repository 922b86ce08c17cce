"""How Chinese text is read: the same drafts, voices and stance as for English, found in a way of its own."""
