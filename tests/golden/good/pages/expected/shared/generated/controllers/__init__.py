# Generated. Do not edit: change the specs, then run `make generate`.
"""Protocols that controllers fulfil, one module for each service."""
