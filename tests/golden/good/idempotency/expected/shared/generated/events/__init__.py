# Generated. Do not edit: change the specs, then run `make generate`.
"""Channels, and who publishes and takes what."""
