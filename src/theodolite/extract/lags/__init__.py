"""Lags: how long one side trails another."""
