"""How time grows with the text, for shapes that break other parsers, and where it goes.

    python benchmarks/growth.py [--characters 50000] [--doublings 3] [--shape NAME] [--profile]

The shapes are those of tests/pathological. Linear is 2.0 at each doubling, quadratic 4.0.
"""

from __future__ import annotations

import argparse
import cProfile
import importlib
import pstats
import sys
from functools import partial
from itertools import pairwise

from timing import ROOT, milliseconds

from planparse import extract


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--characters", type=int, default=50_000)
    parser.add_argument("--doublings", type=int, default=2)
    parser.add_argument("--shape", action="append", help="only this shape (may be repeated)")
    parser.add_argument(
        "--profile", action="store_true", help="the functions that cost most of the smallest size"
    )
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    tests = importlib.import_module("tests.pathological.test_growth")
    frame: str = tests.NOTICE
    extract(frame)
    for name in options.shape or tests.SHAPES:
        sizes = [options.characters * 2**power for power in range(options.doublings + 1)]
        texts = [frame + tests.SHAPES[name](size) for size in sizes]
        if options.profile:
            print(name)
            profile = cProfile.Profile()
            profile.runcall(extract, texts[0])
            pstats.Stats(profile, stream=sys.stdout).strip_dirs().sort_stats("tottime").print_stats(6)
            continue
        times = [min(milliseconds(partial(extract, text)) for _ in range(3)) for text in texts]
        ratios = " ".join(f"{later / earlier:5.2f}" for earlier, later in pairwise(times))
        print(
            f"{name:36}{times[-1]:9.1f} ms{times[-1] * 1000 / len(texts[-1]):8.2f} µs/char  ×{ratios}",
            flush=True,
        )


if __name__ == "__main__":
    main()
