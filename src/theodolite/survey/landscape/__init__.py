"""The landscape as the pages show it, filled from what the rooms found: one file a part."""
