"""What keeps a whole run on a cluster from going on."""

from __future__ import annotations

from typing import Literal

#: A URL that cannot be used, or that leads to no notice; no scheduler that answers, no workers of it, a
#: worker with another version; a scheduler that went away.
Problem = Literal["bad-url", "nothing-found", "unreachable", "no-workers", "other-version", "lost"]


class ClusterError(Exception):
    """Nothing more can be done. Shards that are done stay done."""

    def __init__(self, problem: Problem, detail: str) -> None:
        super().__init__(problem, detail)
        self.problem = problem
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.problem}: {self.detail}"
