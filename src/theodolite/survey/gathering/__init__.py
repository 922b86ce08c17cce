"""Looking at the watchlist's sources again and again, and what of it the ledger knows."""
