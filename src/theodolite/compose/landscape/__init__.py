"""Pages of the landscape: one a dimension, a pair of sides, a model and a source; chips and ties."""
