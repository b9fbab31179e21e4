"""Draws docs/review.webp and docs/report.webp: the pages of a sample, as pictures for the README.

.venv/bin/python -m docs.make_page_pictures
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from planparse.output.html.report import report
from planparse.output.html.review import review
from planparse.pipeline import analyse_bytes
from tests.browser.chromium import Chromium, Page, find

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "samples" / "services-plan-city.txt"


def main() -> None:
    path = find()
    assert path is not None, "no Chromium on the path"
    with tempfile.TemporaryDirectory() as folder:
        browser = Chromium(path, Path(folder) / "profile")
        try:
            draw(browser.page(), Path(folder) / "page.html")
        finally:
            browser.close()


def draw(page: Page, file: Path) -> None:
    analysis = analyse_bytes(SAMPLE.read_bytes(), name=SAMPLE.name)
    file.write_text(review(analysis, "zh")[0], encoding="utf-8")
    page.screen(1280, 800)
    page.open(file)
    page.click("#records .card:not(.section) .v.k-target")
    page.evaluate("new Promise((done) => setTimeout(done, 300))")
    page.screenshot(ROOT / "docs" / "review.webp")
    file.write_text(report([analysis], "zh"), encoding="utf-8")
    page.screen(1000, 760)
    page.open(file)
    page.screenshot(ROOT / "docs" / "report.webp")


if __name__ == "__main__":
    main()
