"""Values that pass between the rooms. Nothing here reads, writes or computes more than an identity."""
