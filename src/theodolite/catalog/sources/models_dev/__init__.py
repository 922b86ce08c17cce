"""Definitions of models.dev."""
