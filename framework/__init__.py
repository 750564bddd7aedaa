"""Spec-first services: `framework.pipeline` compiles, `framework.runtime` runs."""
