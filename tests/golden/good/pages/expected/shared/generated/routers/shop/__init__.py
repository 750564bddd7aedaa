# Generated. Do not edit: change the specs, then run `make generate`.
"""Routers of the service `shop`."""
