"""The one room that knows the order of the others: gather, read, extract, measure, reconcile, publish."""
