# Generated. Do not edit: change the specs, then run `make generate`.
"""Models, one module for each file of specs."""
