"""Tables to observations: scales, frontiers of sides, and the gaps between them."""
