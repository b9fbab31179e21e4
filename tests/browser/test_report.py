"""The overview in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from planparse.output.html.report import report
from planparse.pipeline import analyse_text

from .chromium import Page
from .test_review import HEAD, HOSTILE, plan_of

SAMPLES = Path(__file__).parents[2] / "samples"


def opened(tab: Page, folder: Path, *texts: str) -> Page:
    path = folder / "report.html"
    path.write_text(report([analyse_text(text, name="a.txt") for text in texts], "zh"), encoding="utf-8")
    tab.open(path)
    return tab


def test_text_of_the_notice_never_runs_and_nothing_is_asked_for(tab: Page, tmp_path: Path) -> None:
    body = f"一、{HOSTILE}\n1.{HOSTILE}。新建站点3个。（县甲局{HOSTILE}牵头，县乙局{HOSTILE}配合）\n"
    page = opened(tab, tmp_path, HEAD.replace("青禾县", f"青禾{HOSTILE}县") + body)
    assert page.evaluate("window.ran === undefined")
    assert page.evaluate("document.querySelectorAll('script, img, iframe, link').length") == 0
    assert page.requests == [(tmp_path / "report.html").as_uri()]
    assert page.errors == []


@pytest.mark.parametrize(("width", "phone"), [(390, True), (768, False), (1400, False)])
def test_nothing_is_wider_than_the_screen(tab: Page, tmp_path: Path, width: int, phone: bool) -> None:
    tab.screen(width, 844, phone=phone)
    page = opened(tab, tmp_path, (SAMPLES / "services-plan-city.txt").read_text("utf-8"), plan_of(60))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_names_of_a_network_stand_inside_of_it(tab: Page, tmp_path: Path) -> None:
    page = opened(tab, tmp_path, (SAMPLES / "services-plan-city.txt").read_text("utf-8"))
    outside = """[...document.querySelectorAll(".network text")].filter((name) => {
      const [inner, outer] = [name.getBoundingClientRect(), name.closest("svg").getBoundingClientRect()];
      return inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.bottom > outer.bottom + 1;
    }).length"""
    assert page.evaluate("document.querySelectorAll('.network text').length") > 20
    assert page.evaluate(outside) == 0


def test_bars_are_as_long_as_their_numbers(tab: Page, tmp_path: Path) -> None:
    page = opened(tab, tmp_path, plan_of(60) + "61.另行安排。（县丁局负责）\n")
    widths = page.evaluate(
        """Object.fromEntries([...document.querySelectorAll("tr")].filter((row) => row.querySelector("rect"))
          .map((row) => [row.querySelector("th").textContent, [...row.querySelectorAll("rect")]
            .reduce((sum, share) => sum + share.getBoundingClientRect().width, 0)]))"""
    )
    assert widths["县丁局"] == pytest.approx(widths["县甲局"] / 60, rel=0.1)
