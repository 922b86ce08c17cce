"""Events: something dated that happened."""
