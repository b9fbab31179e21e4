"""Pages in a real browser. Without Chromium these tests are skipped, and say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from planparse.output.html.review import review
from planparse.pipeline import analyse_text

from .chromium import Chromium, Page, find

MakePage = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    path = find()
    if path is None:
        pytest.skip("no Chromium on the path (Debian: apt-get install chromium)")
    browser = Chromium(path, tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture
def tab(chromium: Chromium) -> Iterator[Page]:
    page = chromium.page()
    page.screen(1400, 900)
    yield page
    page.close()


@pytest.fixture
def reviewed(tab: Page, tmp_path: Path) -> MakePage:
    """The review page of a text, opened."""

    def make(text: str, *, name: str = "notice.txt", language: Any = "zh") -> Page:
        path = tmp_path / "页面 review.html"
        path.write_text(review(analyse_text(text, name=name), language)[0], encoding="utf-8")
        tab.open(path)
        return tab

    return make
