"""Two vintages of one table: what changed, and how the change of a gap divides among the changes."""
