"""Settings of all tests: a run finds what the last one found, unless it is asked to explore."""

from __future__ import annotations

import os

from hypothesis import settings

# Few examples while one works, more in `make test-slow`. A change must not fail for an example that
# the next run does not draw. To look for new ones: HYPOTHESIS_PROFILE=explore make test
settings.register_profile("steady", derandomize=True, database=None, max_examples=25)
settings.register_profile("thorough", derandomize=True, database=None, max_examples=200)
settings.register_profile("explore", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
