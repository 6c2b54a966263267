"""Measurements, printed as one table by `make bench`. Not tests: nothing here passes or fails."""
