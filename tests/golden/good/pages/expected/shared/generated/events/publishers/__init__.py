# Generated. Do not edit: change the specs, then run `make generate`.
"""Publishers, one module for each service."""
