"""The review page as a reader uses it."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from planparse.overrides import apply, read
from planparse.pipeline import analyse_text

from .chromium import Page
from .conftest import MakePage

SAMPLES = Path(__file__).parents[2] / "samples"
SERVICES = (SAMPLES / "services-plan-city.txt").read_text("utf-8")
HEAD = """\
青禾县人民政府关于印发青禾县试验2024年行动计划的通知
青政发〔2024〕7号

各乡镇人民政府：
现将行动计划印发给你们。

青禾县人民政府
2024年3月10日

青禾县试验2024年行动计划

"""


def plan_of(measures: int) -> str:
    """A notice of so many measures, thirty in a section."""
    lines = []
    for number in range(1, measures + 1):
        if number % 30 == 1:
            lines.append(f"{'一二三四五六七八九十'[number // 30]}、第{number}项起的任务\n")
        lines.append(
            f"{number}.建设站点{number}。2024年{number % 12 + 1}月底前新建服务站点{number + 10}个以上，"
            f"覆盖率达到{number % 90 + 5}%，按每个站点300元给予补助，依据《青禾县站点管理办法》抓好落实。"
            f"（县甲局牵头，县乙局、县丙局、各乡镇人民政府配合）\n"
        )
    return HEAD + "".join(lines)


def value(page: Page, kind: str, text: str) -> int:
    """The number of the first value of a kind and text."""
    found = page.evaluate(
        f"data.values.findIndex((v) => v.kind === {json.dumps(kind)} && v.text === {json.dumps(text)})"
    )
    assert found >= 0
    return int(found)


def texts(page: Page, selector: str) -> list[str]:
    return list(page.evaluate(f"all({json.dumps(selector)}).map((element) => element.textContent)"))


def shown_measures(page: Page) -> list[str]:
    return list(page.evaluate("all('.card:not([hidden]) h3').map((head) => head.textContent)"))


def scrolled_to_the_end(page: Page) -> None:
    page.evaluate("one('#text').scrollTo(0, 1e6); one('#records').scrollTo(0, 1e6)")


class TestFinding:
    """A click on either side finds the other."""

    def test_a_click_on_a_record_brings_its_place_in_the_text_into_view(self, reviewed: MakePage) -> None:
        page = reviewed(SERVICES)
        number = value(page, "target", "60个以上")
        mark = f"#text [data-v~='{number}']"
        assert not page.is_in_view(mark)
        page.click(f"#records [data-v='{number}']")
        page.sees(mark)
        assert texts(page, "#text .selected") == ["60个以上"]
        assert page.errors == []

    def test_a_click_in_the_text_brings_the_record_into_view(self, reviewed: MakePage) -> None:
        page = reviewed(SERVICES)
        number = value(page, "department", "市税务局")
        scrolled_to_the_end(page)
        button = f"#records [data-v='{number}']"
        assert not page.is_in_view(button)
        page.click(f"#text [data-v~='{number}']")
        page.sees(button)
        assert page.evaluate("one('#records [aria-current]').textContent") == "市税务局"

    def test_a_second_click_takes_the_value_around(self, reviewed: MakePage) -> None:
        page = reviewed(SERVICES)
        mark = f"#text [data-v~='{value(page, 'department', '市税务局')}']"
        page.click(mark)
        page.click(mark)
        assert page.evaluate("data.values[current.value].kind") == "responsibility"

    def test_a_finding_leads_to_its_place(self, reviewed: MakePage) -> None:
        page = reviewed(HEAD + "一、任务\n1.建设站点。新建站点3个。\n2.管好站点。加强管理。（县甲局负责）\n")
        scrolled_to_the_end(page)
        page.click("[data-tab=findings]")
        page.click("#findings .f.warning")
        page.sees("#text .selected")
        assert "".join(texts(page, "#text .selected")).startswith("1.建设站点")

    def test_the_outline_leads_to_measures_and_stays_open(self, reviewed: MakePage) -> None:
        page = reviewed(SERVICES)
        page.click("[data-tab=outline]")
        page.click("#outline li:last-child a")
        page.sees("#outline li:last-child a")
        assert page.evaluate("all('#text .node').some((mark) => mark.getClientRects()[0].top > 0)")

    def test_keys_walk_through_measures(self, reviewed: MakePage) -> None:
        page = reviewed(SERVICES)
        heads = shown_measures(page)
        page.evaluate("selectNode(cards.find((card) => one('h3', card)).dataset.n, '')")
        for _ in range(3):
            page.press("j")
        page.press("k")
        current = page.evaluate("one('.card.current').textContent")
        assert any(current.startswith(head[:8]) for head in heads)
        page.press("Escape")
        assert page.evaluate("current.node") is None


class TestFiltering:
    def test_by_body(self, reviewed: MakePage) -> None:
        page = reviewed(plan_of(8) + "9.另行安排。抓好落实。（县丁局负责）\n")
        number = page.evaluate(
            "[...one('#by-body').options].find((o) => o.textContent.startsWith('县丁局')).value"
        )
        page.choose("#by-body", number)
        assert shown_measures(page) == ["9.另行安排1.9"]
        assert texts(page, "#status") == ["显示 1 / 9 条"]
        assert texts(page, "#text .of-body") == ["县丁局"]
        page.click("#reset")
        assert len(shown_measures(page)) == 9

    def test_by_kind(self, reviewed: MakePage) -> None:
        page = reviewed(plan_of(2) + "3.另行安排。抓好落实。（县丁局负责）\n")
        page.choose("#by-kind", "target")
        assert shown_measures(page) == ["1.建设站点11.1", "2.建设站点21.2"]
        page.choose("#by-kind", "standard")
        look = "getComputedStyle(one('#text .k-{}')).backgroundColor"
        assert page.evaluate(look.format("target")) == "rgba(0, 0, 0, 0)"
        assert page.evaluate(look.format("standard")) != "rgba(0, 0, 0, 0)"

    def test_by_finding(self, reviewed: MakePage) -> None:
        page = reviewed(plan_of(2) + "3.没有单位。新建站点3个。\n")
        page.choose("#by-finding", "PP401")
        assert shown_measures(page) == ["3.没有单位1.3"]

    def test_search_shows_measures_with_the_words_and_walks_through_them(self, reviewed: MakePage) -> None:
        page = reviewed(plan_of(40) + "41.另行安排。抓好统筹协调。（县丁局负责）\n")
        page.press("/")
        page.type("统筹协调")
        page.press("Enter")
        assert shown_measures(page) == ["41.另行安排2.41"]
        assert texts(page, "#status") == ["1 / 1 处"]
        assert page.evaluate("CSS.highlights.get('match').size") == 1
        assert page.evaluate("[...CSS.highlights.get('match')][0].toString()") == "统筹协调"

    def test_what_is_chosen_elsewhere_is_never_hidden(self, reviewed: MakePage) -> None:
        page = reviewed(plan_of(8) + "9.另行安排。抓好落实。（县丁局负责）\n")
        page.choose("#by-kind", "target")
        page.click(f"#text [data-v~='{value(page, 'department', '县丁局')}']")
        page.sees("#records [aria-current]")


class TestCorrecting:
    def correct(self, page: Page, number: int, name: str, new: str) -> None:
        page.click(f"#records [data-v='{number}']")
        page.evaluate(f"one('#inspector [name={name}]').focus()")
        page.type(new)
        page.press("Enter")

    def test_the_exported_file_is_applied_to_the_record(self, reviewed: MakePage, tmp_path: Path) -> None:
        page = reviewed(SERVICES, name="services.txt")
        page.browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
        self.correct(page, value(page, "target", "9个"), "value", "10")
        self.correct(page, value(page, "department", "市税务局"), "name", '税务"局\\\x7f\u2028：#')
        page.click(f"#records [data-v='{value(page, 'deadline', '2023年底前')}']")
        page.press("x")
        assert texts(page, "#export .count") == ["3"]
        page.click("#export")
        exported = tmp_path / "services.overrides.yaml"
        for _ in range(3000):
            if exported.exists() and exported.read_bytes().endswith(b"\n"):
                break
            time.sleep(0.02)
        analysis = analyse_text(SERVICES, name="services.txt")
        after, found = apply(analysis.document, SERVICES, read(exported.read_bytes()))
        assert found == []
        assert after.overrides is not None and after.overrides.applied == 3
        before_text, after_text = str(analysis.document.to_dict()), str(after.to_dict())
        assert before_text.count("'2023年底前'") - after_text.count("'2023年底前'") == 1
        named = [d for n, _ in after.nodes() for g in n.responsibilities or () for d in g.departments]
        first = next(d for d in named if d.text == "市税务局")
        assert first.name == '税务"局\\\x7f\u2028：#'
        assert [t.value for n, _ in after.nodes() for t in n.targets or () if t.text == "9个"] == [10]

    @pytest.mark.parametrize(
        ("name", "entered", "complaint"),
        [("value", "many", "数值 要填数字"), ("value", "1e3", "数值 要填数字")],
    )
    def test_an_entry_that_cannot_be_is_not_kept(
        self, reviewed: MakePage, name: str, entered: str, complaint: str
    ) -> None:
        page = reviewed(SERVICES)
        self.correct(page, value(page, "target", "9个"), name, entered)
        assert texts(page, "#inspector .problem") == [complaint]
        assert page.evaluate("corrections.size") == 0

    def test_what_is_needed_cannot_be_empty(self, reviewed: MakePage) -> None:
        page = reviewed(SERVICES)
        self.correct(page, value(page, "department", "市税务局"), "name", "")
        assert texts(page, "#inspector .problem") == ["名称 不能为空"]

    def test_a_correction_shows_on_both_sides_and_can_be_undone(self, reviewed: MakePage) -> None:
        page = reviewed(SERVICES)
        number = value(page, "target", "9个")
        self.correct(page, number, "value", "10")
        assert page.evaluate(f"buttonOf.get({number}).dataset.now") == "数值 → 10"
        assert texts(page, "#text .corrected") == ["9个"]
        page.click("[data-tab=corrections]")
        assert texts(page, "#corrections li .v") == [f"{page.evaluate('current.node')} 目标「9个」 数值 → 10"]
        page.click("#corrections li button:last-child")
        assert texts(page, "#text .corrected") == []
        assert page.evaluate("one('#export').disabled") is True

    def test_the_old_value_again_is_no_correction(self, reviewed: MakePage) -> None:
        page = reviewed(SERVICES)
        self.correct(page, value(page, "target", "9个"), "value", "9")
        assert page.evaluate("corrections.size") == 0


HOSTILE = """<script>window.ran=1</script>"><img src=x onerror=window.ran=2>'><svg onload=window.ran=3>"""


class TestSafety:
    def test_text_of_the_notice_never_runs(self, reviewed: MakePage) -> None:
        body = f"一、{HOSTILE}\n1.{HOSTILE}。新建站点3个{HOSTILE}。（县甲局{HOSTILE}牵头，{HOSTILE}负责）\n"
        page = reviewed(HEAD.replace("青禾县", f"青禾{HOSTILE}县") + body, name=f"</title>{HOSTILE}.txt")
        page.evaluate("all('#records .v').forEach((button) => button.click())")
        for tab in ("outline", "findings", "corrections"):
            page.click(f"[data-tab={tab}]")
        assert page.evaluate("window.ran === undefined")
        assert page.evaluate("document.querySelectorAll('img, svg, iframe, object, link, base').length") == 0
        assert page.evaluate("[...document.scripts].map((script) => script.type)") == ["application/json", ""]
        assert page.evaluate("one('#text').textContent.includes('<script>window.ran=1</script>')")
        assert page.errors == []

    def test_the_policy_refuses_what_the_page_does_not_hold(self, reviewed: MakePage) -> None:
        page = reviewed(SERVICES)
        tried = {
            "markup": "document.body.innerHTML = '<img src=x onerror=window.ran=1>'",
            "text as code": "new Function('window.ran = 1')()",
            "style": "document.body.setAttribute('style', 'color: red')",
        }
        for script in tried.values():
            page.evaluate(f"(() => {{ try {{ {script} }} catch (error) {{}} }})()")
        assert page.evaluate("window.ran === undefined")
        assert page.evaluate("getComputedStyle(document.body).color") != "rgb(255, 0, 0)"
        page.evaluate("fetch('https://example.invalid/x').catch(() => 0)")
        refused = " ".join(page.errors)
        assert "Content Security Policy" in refused

    def test_no_request_leaves_the_page(self, reviewed: MakePage) -> None:
        page = reviewed(SERVICES)
        page.evaluate("all('#records .v').forEach((button) => button.click())")
        page.screen(390, 844, phone=True)
        page.evaluate("clearFilters()")
        outside = [url for url in page.requests if not url.startswith("data:")]  # icons of the browser's own
        assert [Path(url).suffix for url in outside] == [".html"]
        assert all(url.startswith("file:") for url in outside)


class TestScreens:
    def test_three_hundred_measures_open_in_under_two_seconds(self, reviewed: MakePage) -> None:
        page = reviewed(plan_of(300))
        assert len(shown_measures(page)) == 300
        timing = "performance.getEntriesByType('navigation')[0].loadEventEnd"
        assert page.evaluate(timing) < 2000
        filtering = "(() => { const t = performance.now(); applyFilters(); return performance.now() - t; })()"
        assert page.evaluate(filtering) < 500

    @pytest.mark.parametrize(("width", "phone"), [(390, True), (768, False), (1024, False), (1400, False)])
    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_nothing_is_wider_than_the_screen(
        self, reviewed: MakePage, width: int, phone: bool, language: str
    ) -> None:
        page = reviewed(SERVICES + "长" * 300 + "x" * 300, language=language)
        page.screen(width, 844, phone=phone)
        for tab in ("records", "outline", "findings", "corrections"):
            page.evaluate(f"showPane('{tab}')")
            assert page.evaluate("document.documentElement.scrollWidth") <= width

    def test_a_narrow_screen_shows_one_pane_and_turns_to_the_text(self, reviewed: MakePage) -> None:
        page = reviewed(SERVICES)
        page.screen(390, 844, phone=True)
        assert not page.is_in_view("#text .row span")
        number = value(page, "target", "9个")
        page.click(f"#records [data-v='{number}']")
        page.sees(f"#text [data-v~='{number}']")
        page.click("[data-tab=records]")
        page.sees(f"#records [data-v='{number}']")

    def test_the_dark_page_is_dark(self, reviewed: MakePage) -> None:
        page = reviewed(SERVICES)
        lightness = (
            "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).reduce((a, b) => a + +b, 0) / 3"
        )
        assert page.evaluate(lightness) > 200
        page.screen(1400, 900, dark=True)
        assert page.evaluate(lightness) < 60

    def test_print_has_text_and_records_and_no_controls(self, reviewed: MakePage) -> None:
        page = reviewed(SERVICES)
        page.screen(1400, 900, media="print")
        shown = "(selector) => all(selector).filter((e) => e.getClientRects().length).length"
        assert page.evaluate(f"({shown})('#text .row') > 20 && ({shown})('#records .card') > 10")
        assert page.evaluate(f"({shown})('.tools, .tabs, #inspector')") == 0

    def test_without_scripts_the_page_can_be_read(self, tab: Page, reviewed: MakePage) -> None:
        tab.call("Emulation.setScriptExecutionDisabled", value=True)
        page = reviewed(SERVICES)
        shown = "[...document.querySelectorAll('{}')].filter((e) => e.getClientRects().length).length"
        assert page.evaluate(shown.format("#text .row")) > 20
        assert page.evaluate(shown.format("#records .card")) > 10
        assert page.evaluate(shown.format(".tools")) == 0
