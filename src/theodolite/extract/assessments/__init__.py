"""Assessments: a side's strength or weakness, with no figure and no other side."""
