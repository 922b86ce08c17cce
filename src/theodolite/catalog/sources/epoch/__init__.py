"""Definitions of the tables that Epoch AI publishes."""
