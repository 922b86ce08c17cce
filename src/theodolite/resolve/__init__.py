"""Who is who: judgements of sameness beside the ledger, never rewrites in it."""
