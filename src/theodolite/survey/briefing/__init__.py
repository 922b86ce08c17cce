"""What is new in a ledger, as a brief for a reader's profile."""
