# Generated. Do not edit: change the specs, then run `make generate`.
"""Compositions, one module for each service."""
