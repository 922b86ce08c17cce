"""Dependence of two sides on each other: models built on the other's, hardware that the other makes.

Only what is declared is counted, and claims are kept apart from data. That two models share an architecture
or a configuration never makes one derived from the other: a well-known model had another's architecture with
two tensors renamed, and weights of its own. Where lineage itself is to be shown, the order of evidence is
identical tensors by hash, then the cosine of weights mapped by name, then matching that allows for
permutation; correlations of attention's standard deviations are weak (.91 between unrelated models of 7
billion parameters). None of the tables here holds weights, so nothing here claims it.
"""
