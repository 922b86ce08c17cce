"""Findings to pages, charts and air cards: pure functions of a `SurveyView`, no input and no output."""
