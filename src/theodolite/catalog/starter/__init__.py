"""The embedded default: facts on models and dispatches, written for this project."""
