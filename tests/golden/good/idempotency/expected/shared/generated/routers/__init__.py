# Generated. Do not edit: change the specs, then run `make generate`.
"""FastAPI routers, one package for each service."""
