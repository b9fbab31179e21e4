"""Settings of all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# No deadline: a test judges time by growth, never by the clock of the machine it runs on.
# CI repeats the same examples, so that a red run can be looked into; elsewhere they vary.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")
