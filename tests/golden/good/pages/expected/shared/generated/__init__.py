# Generated. Do not edit: change the specs, then run `make generate`.
"""What the compiler wrote from the specs; nothing here is edited by hand."""
