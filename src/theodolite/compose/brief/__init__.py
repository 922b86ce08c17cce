"""Briefs as sentences, and as pages, letters and print."""
