"""Comparisons: one side against another with no stretch of time."""
