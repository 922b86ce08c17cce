"""Tables of records of a place, and questions to them: levels, shares, growth."""
