"""The page of what is moving: sentence, pictures of the bursts beside what is usual, tables, coverage."""
