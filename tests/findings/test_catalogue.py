"""The catalogue: every code has a name, a severity and wording in both languages."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from string import Formatter

import pytest

from planparse.findings import catalogue
from planparse.findings.families.entry import CatalogueEntry, Lang
from planparse.findings.model import Finding, Label, Severity

ROOT = Path(__file__).parents[2]

# The public contract: people select, suppress and search by these. Names and severities do not drift.
CODES = """
PP001 file-empty                         error
PP002 file-too-large                     error    size limit
PP003 binary-file                        error    kind
PP004 undecodable                        error
PP005 characters-replaced                warning  count encoding
PP006 file-truncated                     warning
PP007 encoding-guessed                   info     encoding
PP008 gbk-read-as-latin-1                warning  count
PP009 control-characters                 info     count
PP010 nothing-to-parse                   error
PP011 security-marked                    warning  mark
PP012 security-refused                   error    mark
PP020 file-encrypted                     error
PP021 file-damaged                       error    detail
PP022 file-over-limit                    error    what limit
PP023 document-type-declared             error
PP024 scanned                            error
PP025 pages-without-text                 warning  count pages
PP026 reading-timed-out                  error    seconds
PP027 reading-failed                     error
PP028 reader-unavailable                 error    detail
PP029 text-unmapped                      error    share
PP030 page-surroundings-left-out         info     by count
PP031 page-furniture-left-out            info     count
PP032 extension-differs                  warning  extension kind
PP033 several-notices                    error    count names
PP034 archive-without-notice             error
PP035 members-not-read                   warning  name kind
PP036 characters-unmapped                warning  count
PP040 macros-present                     warning
PP041 tracked-changes                    warning  deleted inserted
PP042 hidden-text-left-out               warning  count
PP043 comments-left-out                  info     count
PP044 objects-not-read                   warning  count
PP045 word-file-too-old                  error
PP046 converted-first                    info     reason
PP101 unclassified-text                  warning
PP102 page-break-rejoined                info     count
PP103 duplicate-tail-dropped             warning  lines
PP104 conversion-residue                 info     count
PP105 line-too-long                      info
PP106 wrapped-lines-joined               info     count
PP201 document-number-missing            info
PP202 document-number-malformed          warning  text
PP203 date-missing                       info
PP204 title-missing                      warning
PP205 issuer-missing                     info
PP206 addressees-missing                 info
PP207 plan-title-year-differs            warning  plan notice
PP208 copied-to-cut-off                  warning
PP301 numbering-gap                      warning  label expected
PP302 numbering-repeated                 warning  label
PP303 level-skipped                      info     label
PP304 no-measures                        warning
PP305 not-a-plan                         info     kind
PP306 heading-empty                      warning  label
PP307 outline-too-deep                   warning
PP308 label-style-mixed                  info     label
PP401 no-owner                           warning
PP402 bracket-unclosed                   warning  bracket
PP403 role-word-missing                  warning
PP404 bracket-unmatched                  warning  bracket
PP405 lead-without-executor              info
PP406 many-leads                         info     count
PP407 bracket-width-mixed                info
PP408 section-without-owner              info
PP409 bracket-too-deep                   warning
PP410 responsibility-split-by-page-break info
PP411 body-several-names                 warning  name usual
PP412 body-name-outdated                 warning  name until successor
PP413 body-name-perhaps-outdated         info     name until successor
PP414 body-unregistered                  info     name
PP421 no-lead-among-several              info
PP422 bracket-kinds-mixed                warning  bracket
PP501 range-with-comparator              warning  text
PP502 comparator-scope-ambiguous         info     text
PP503 number-without-indicator           info     text
PP504 range-reversed                     warning  text
PP505 number-without-unit                info     text
PP506 target-without-number              info
PP507 count-differs-from-list            warning  text listed
PP601 deadline-before-issue              warning  text
PP602 date-impossible                    warning  text
PP603 no-deadline-anywhere               info
PP604 deadline-beyond-plan-period        info     text
PP605 plan-period-past                   warning  year
PP606 reference-numbers-differ           warning  title
PP607 repealed-document-cited            warning  title
PP608 reference-number-malformed         info     text
PP609 reference-number-of-another-level  warning  text
PP610 title-mark-unmatched               warning  mark
PP701 value-lost                         error    where before
PP702 value-gained                       error    where after
PP703 value-changed                      error    where before after
PP704 expectation-missing                error    path
PP705 expectation-unreadable             error    path detail
PP706 notice-edited                      error
PP707 places-moved                       error    count
PP711 overrides-of-other-text            warning  applied dropped
PP712 override-text-changed              error    text node
PP713 override-value-gone                error    text node
PP714 override-value-differs             error    text node field was found
PP715 override-not-comparable            error    text node field
PP716 override-value-invalid             error    text node now
PP717 override-of-another-notice         error    text node
PP801 rule-timeout                       error    rule
PP802 rule-pack-invalid                  error    detail
PP803 ignore-unused                      info     ignored where
PP901 limit-reached                      warning  limit
PP999 internal-error                     error    detail
"""
CONTRACT = [line.split() for line in CODES.strip().splitlines()]
ENTRIES = catalogue.entries()


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def by_code(entry: CatalogueEntry) -> str:
    return entry.code


def test_the_catalogue_holds_the_contract_and_nothing_else() -> None:
    assert [entry.code for entry in ENTRIES] == [code for code, *_ in CONTRACT]


@pytest.mark.parametrize(("code", "name", "severity", "values"), [(*row[:3], row[3:]) for row in CONTRACT])
def test_name_severity_and_values_of_a_code(code: str, name: str, severity: str, values: list[str]) -> None:
    entry = catalogue.entry(code)
    assert (entry.name, entry.severity.label) == (name, severity)
    assert placeholders(entry.zh) == placeholders(entry.en) == set(values)


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if entry.several_zh], ids=by_code)
def test_the_message_of_several_places_says_how_many(entry: CatalogueEntry) -> None:
    assert placeholders(entry.several_zh) == placeholders(entry.several_en) == {"count"}


@pytest.mark.parametrize("entry", ENTRIES, ids=by_code)
def test_wording_is_complete_in_both_languages(entry: CatalogueEntry) -> None:
    chinese = [entry.zh, entry.why_zh, *(zh for zh, _ in entry.notes.values())]
    english = [entry.en, entry.why_en, *(en for _, en in entry.notes.values())]
    assert all(re.search(r"[一-鿿]", text) for text in chinese)
    assert all(re.search(r"[a-z]", text) for text in english)
    assert bool(entry.help_zh) == bool(entry.help_en)
    assert bool(entry.several_zh) == bool(entry.several_en)
    assert entry.authority in catalogue.AUTHORITIES


@pytest.mark.parametrize("entry", ENTRIES, ids=by_code)
def test_a_message_is_one_phrase_and_a_reason_is_sentences(entry: CatalogueEntry) -> None:
    phrases = (entry.zh, entry.en, entry.help_zh, entry.help_en, entry.several_zh, entry.several_en)
    for phrase in phrases:
        assert not phrase.endswith(("。", "."))
        assert "\n" not in phrase
    assert not entry.en[:1].isupper()
    assert entry.why_zh.endswith("。")
    assert entry.why_en.endswith(".")
    assert placeholders(entry.why_zh + entry.why_en + entry.help_zh + entry.help_en) == set()


@pytest.mark.parametrize("entry", ENTRIES, ids=by_code)
def test_a_convention_is_never_called_a_regulation(entry: CatalogueEntry) -> None:
    if entry.authority != "GB/T 9704":
        assert not re.search(
            r"规定|违反|必须|violat|mandatory|is required", entry.zh + entry.why_zh + entry.en + entry.why_en
        )


def test_names_are_unique_kebab_case() -> None:
    names = [entry.name for entry in ENTRIES]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names)


def test_every_code_the_program_emits_is_in_the_catalogue() -> None:
    sources = [path for path in (ROOT / "src").rglob("*.py") if path.parent.name != "families"]
    emitted = {code for path in sources for code in re.findall(r'"(PP\d{3})"', path.read_text("utf-8"))}
    assert emitted <= {entry.code for entry in ENTRIES}


def test_an_unknown_code_is_a_key_error() -> None:
    for code in ("PP998", "PP4", "", "XX001"):
        with pytest.raises(KeyError):
            catalogue.entry(code)


def test_the_catalogue_loads_only_the_families_it_is_asked_for() -> None:
    program = (
        "import sys; from planparse.findings import catalogue; catalogue.entry('PP403');"
        "print(sorted(name.rpartition('.')[2] for name in sys.modules if '.findings.families.' in name))"
    )
    path = {"PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=path, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "['entry', 'responsibility']"


class TestMessage:
    @pytest.mark.parametrize(
        ("code", "values", "zh", "en"),
        [
            ("PP001", {}, "文件是空的", "the file is empty"),
            (
                "PP301",
                {"label": "3.", "expected": "2."},
                "编号不连续：这里是“3.”，应为“2.”",
                "gap in the numbering: 3. where 2. was expected",
            ),
            ("PP406", {"count": 4}, "有 4 个牵头单位", "bodies that lead: 4"),
            (
                "PP022",
                {"what": "pages", "limit": 9},
                "文件超出读取上限：页数，上限为 9",
                "the file is over a limit: pages, at most 9",
            ),
        ],
    )
    def test_values_fill_the_placeholders(
        self, code: str, values: dict[str, object], zh: str, en: str
    ) -> None:
        finding = Finding(code, values=tuple((key, str(value)) for key, value in values.items()))
        assert catalogue.message(finding, "zh") == zh
        assert catalogue.message(finding, "en") == en

    def test_one_finding_for_many_places_says_how_many(self) -> None:
        several = Finding("PP403", ((0, 1), (5, 6), (9, 10)), (("count", "3"),))
        assert catalogue.message(several, "zh") == "责任单位大多没有写明角色，共 3 处"
        assert catalogue.message(several, "en") == "most responsible bodies have no role word, places: 3"

    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            ("{text}{0}%s", "{text}{0}%s"),
            ("1\n\n—2个", "1 —2个"),
            ("\x1b[2J红", "\\x1b[2J红"),
            ("甲\u202e乙", "甲\\u202e乙"),
            ("\ud800", "\\ud800"),
        ],
    )
    def test_values_are_quoted_text_never_markup_or_control(self, value: str, shown: str) -> None:
        finding = Finding("PP501", values=(("text", value),))
        assert catalogue.message(finding, "zh") == f"区间又带比较词：{shown}"

    def test_a_value_as_long_as_a_notice_is_cut(self) -> None:
        finding = Finding("PP602", values=(("text", "9" * 1_000_000),))
        assert catalogue.message(finding, "en") == "there is no such date: " + "9" * 200 + "…"

    def test_a_missing_value_does_not_cost_the_message(self) -> None:
        assert catalogue.message(Finding("PP406"), "zh") == "有 ? 个牵头单位"


class TestNote:
    finding = Finding("PP302")

    @pytest.mark.parametrize(
        ("lang", "key", "wording"),
        [
            ("zh", "first", "首次用在这里"),
            ("en", "first", "first used here"),
            ("zh", "其他说明", "其他说明"),
            ("en", "a\x1b", "a\\x1b"),
        ],
    )
    def test_wording(self, lang: Lang, key: str, wording: str) -> None:
        assert catalogue.note(self.finding, Label(((0, 1),), key), lang) == wording


class TestSummary:
    @pytest.mark.parametrize(
        ("codes", "zh", "en"),
        [
            ([], "没有发现问题", "no findings"),
            (["PP403"], "1 项：1 个警告", "1 finding: 1 warning"),
            (["PP403", "PP001", "PP401"], "3 项：1 个错误，2 个警告", "3 findings: 1 error, 2 warnings"),
            (["PP102", "PP102"], "2 项：2 个提示", "2 findings: 2 info"),
            (
                ["PP102", "PP403", "PP999", "PP001"],
                "4 项：2 个错误，1 个警告，1 个提示",
                "4 findings: 2 errors, 1 warning, 1 info",
            ),
        ],
    )
    def test_counts_worst_first(self, codes: list[str], zh: str, en: str) -> None:
        findings = [Finding(code) for code in codes]
        assert catalogue.summarise(findings, "zh") == zh
        assert catalogue.summarise(findings, "en") == en

    def test_severity_is_that_of_the_code(self) -> None:
        assert catalogue.severity(Finding("PP102")) is Severity.INFO
        assert catalogue.severity(Finding("PP999")) is Severity.ERROR


class TestExplain:
    @pytest.mark.parametrize("asked", ["PP403", "pp403", " PP403 ", "role-word-missing", "Role-Word-Missing"])
    def test_by_code_or_name_in_any_case(self, asked: str) -> None:
        assert catalogue.find(asked) == catalogue.entry("PP403")
        assert catalogue.explain(asked, "en") == (
            "PP403 role-word-missing (warning)\n"
            "\n"
            "the responsible bodies have no role word\n"
            "many places: most responsible bodies have no role word, places: {count}\n"
            "\n"
            "The bracket holds bodies but no word such as 牵头, 负责 or 配合; the role is recorded as "
            "unspecified and never guessed.\n"
            "\n"
            "help: add a role word such as 牵头, 负责 or 配合\n"
            "\n"
            "authority: the planparse annotation guide (what fields mean; not a regulation)\n"
            "\n"
            "example (- as written, + mended):\n"
            "    一、主要任务\n"
            "  - 1.建食堂。方便就餐。（县民政局、县财政局）\n"
            "  + 1.建食堂。方便就餐。（县民政局牵头，县财政局配合）"
        )

    def test_in_chinese(self) -> None:
        lines = catalogue.explain("PP203", "zh").splitlines()
        assert lines[0] == "PP203 date-missing (提示)"
        assert "依据：国家标准 GB/T 9704-2012《党政机关公文格式》" in lines
        assert "  + 2023年3月10日" in lines

    def test_what_is_not_about_the_text_of_a_notice_has_no_example(self) -> None:
        assert "example" not in catalogue.explain("PP803", "en")

    @pytest.mark.parametrize(
        ("asked", "near"),
        [
            ("PP4003", "PP403 role-word-missing"),
            ("no-ownr", "PP401 no-owner"),
            ("role_word_missing", "PP403 role-word-missing"),
        ],
    )
    def test_an_unknown_one_names_those_near(self, asked: str, near: str) -> None:
        assert catalogue.find(asked) is None
        assert f"\n  {near}" in catalogue.explain(asked, "en")
        assert f"\n  {near}" in catalogue.explain(asked, "zh")

    @pytest.mark.parametrize("asked", ["", "责任", "\x1b[31m", "x" * 1_000_000])
    def test_nonsense_is_answered_in_one_printable_line(self, asked: str) -> None:
        for answer in (catalogue.explain(asked, "zh"), catalogue.explain(asked, "en")):
            assert answer.isprintable()
            assert len(answer) < 300
