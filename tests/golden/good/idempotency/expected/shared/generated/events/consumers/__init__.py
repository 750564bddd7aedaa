# Generated. Do not edit: change the specs, then run `make generate`.
"""Consumers, one module for each service."""
