# Generated. Do not edit: change the specs, then run `make generate`.
"""Clients of other services, one module for each service that asks."""
