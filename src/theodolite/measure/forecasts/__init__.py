"""Where a frontier will stand: predictive distributions, and how such forecasts did from past days."""
