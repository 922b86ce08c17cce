"""Discussions: pages and pasted texts divided into their article and their comments."""
