"""Findings for GitHub, for code scanning and for test reports, in the form each documents."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

import junitparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from planparse import __version__
from planparse.findings import catalogue
from planparse.findings.model import Finding
from planparse.findings.renderers import github, junit, sarif

from .test_renderers import GUESSED, NOTICE, REPEATED, ROLE_MISSING, span

EMPTY = Finding("PP010")
SEVERAL = Finding("PP506", (span("推进"), span("完善")), (("count", "2"),))
FOUND = [REPEATED, ROLE_MISSING, GUESSED]

TEXTS = st.text(st.characters(codec=None), max_size=40)
VALUES = st.lists(
    st.builds(
        lambda text, start, length: Finding("PP602", ((start, start + length),), (("text", text),)),
        TEXTS,
        st.integers(0, 50),
        st.integers(0, 50),
    ),
    max_size=4,
)


class TestGithub:
    def test_a_command_for_each_finding_in_order_of_place(self) -> None:
        assert github.render(FOUND, NOTICE, "计划/通知.txt", "zh") == (
            "::notice file=计划/通知.txt,title=PP007 encoding-guessed::编码未标明，按 gb18030 读取\n"
            "::warning file=计划/通知.txt,line=3,endLine=3,col=16,endColumn=24,"
            "title=PP403 role-word-missing::责任单位没有写明角色%0A补上角色词，如“牵头”“负责”“配合”\n"
            "::warning file=计划/通知.txt,line=4,endLine=4,col=1,endColumn=2,"
            "title=PP302 numbering-repeated::编号重复：1.\n"
        )

    def test_an_error(self) -> None:
        assert github.render([EMPTY], "", "x", "en") == (
            "::error file=x,title=PP010 nothing-to-parse::there is no text to parse\n"
        )

    def test_columns_only_within_a_line(self) -> None:
        finding = Finding("PP401", ((span("一、")[0], span("新建")[1]),))
        assert github.render([finding], NOTICE, "x", "en").startswith(
            "::warning file=x,line=2,endLine=3,title="
        )

    @pytest.mark.parametrize(
        ("name", "value", "command"),
        [
            ("a,b:c%.txt", "x", "::warning file=a%2Cb%3Ac%25.txt,"),
            ("x", "50%、a:b,c", "::there is no such date: 50%25、a:b,c\n"),
            ("x", "甲\n::error::乙", "::there is no such date: 甲 ::error::乙\n"),
        ],
    )
    def test_escapes(self, name: str, value: str, command: str) -> None:
        finding = Finding("PP602", ((0, 1),), (("text", value),))
        assert command in github.render([finding], NOTICE, name, "en")

    def test_no_findings_are_no_commands(self) -> None:
        assert github.render([], NOTICE, "x", "zh") == ""

    @given(TEXTS, TEXTS, VALUES)
    def test_every_line_is_one_command_whatever_the_text(
        self, text: str, name: str, findings: Sequence[Finding]
    ) -> None:
        lines = github.render(findings, text, name.replace("/", ""), "zh").split("\n")
        assert lines.pop() == ""
        assert len(lines) == len(findings)
        command = r"::(error|warning|notice) (\w+=[^,:\n]*)(,\w+=[^,:\n]*)*::.*"
        assert all(re.fullmatch(command, line) for line in lines)


# The parts of the SARIF 2.1.0 schema that a log of ours uses: what is required, the types, the
# values allowed, and nothing that the standard does not name.
def _object(required: list[str], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _array(items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **more}


STRING = {"type": "string"}
NUMBER_FROM_1 = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = _object(["text"], text=STRING)
REGION = _object(
    ["startLine"],
    startLine=NUMBER_FROM_1,
    startColumn=NUMBER_FROM_1,
    endLine=NUMBER_FROM_1,
    endColumn=NUMBER_FROM_1,
)
PHYSICAL = _object(
    ["artifactLocation"],
    artifactLocation=_object(["uri"], uri={"type": "string", "format": "uri-reference"}),
    region=REGION,
)
LOCATION = _object(
    ["physicalLocation"],
    id={"type": "integer", "minimum": 0},
    physicalLocation=PHYSICAL,
    logicalLocations=_array(_object(["fullyQualifiedName"], fullyQualifiedName=STRING)),
    message=MESSAGE,
)
RULE = _object(
    ["id"],
    id=STRING,
    name=STRING,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=_object([], level=LEVEL),
    properties={"type": "object"},
)
RESULT = _object(
    ["message"],
    ruleId=STRING,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations=_array(LOCATION),
    relatedLocations=_array(LOCATION, uniqueItems=True),
)
RUN = _object(
    ["tool"],
    tool=_object(
        ["driver"],
        driver=_object(["name"], name=STRING, version=STRING, rules=_array(RULE, uniqueItems=True)),
    ),
    language={"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    newlineSequences=_array(STRING, minItems=1, uniqueItems=True),
    results=_array(RESULT),
)
LOG = _object(
    ["version", "runs"],
    **{"$schema": {"type": "string", "format": "uri"}, "version": {"enum": ["2.1.0"]}, "runs": _array(RUN)},
)


def log(findings: Sequence[Finding], text: str = NOTICE, name: str = "x", lang: Any = "en") -> dict[str, Any]:
    """A log, valid as far as the standard speaks of what is in it."""
    written = json.loads(sarif.render(findings, text, name, lang))
    assert [error.message for error in Draft202012Validator(LOG).iter_errors(written)] == []
    assert isinstance(written, dict)
    return written


def run(findings: Sequence[Finding], **more: Any) -> dict[str, Any]:
    (only,) = log(findings, **more)["runs"]
    return dict(only)


class TestSarif:
    def test_the_head(self) -> None:
        written = log(FOUND)
        assert written["version"] == "2.1.0"
        assert written["$schema"].endswith("/sarif-schema-2.1.0.json")
        driver = written["runs"][0]["tool"]["driver"]
        assert (driver["name"], driver["version"]) == ("planparse", __version__)

    def test_columns_are_characters(self) -> None:
        text = "😀甲乙"
        only = run([Finding("PP401", ((1, 2),))], text=text)
        assert only["columnKind"] == "unicodeCodePoints"
        (result,) = only["results"]
        assert result["locations"][0]["physicalLocation"]["region"] == {
            "startLine": 1,
            "startColumn": 2,
            "endLine": 1,
            "endColumn": 3,
        }

    def test_a_result(self) -> None:
        (result,) = run([ROLE_MISSING], name="计划/通知 1.txt")["results"]
        assert result == {
            "ruleId": "PP403",
            "ruleIndex": 0,
            "level": "warning",
            "message": {
                "text": "the responsible bodies have no role word\nadd a role word such as 牵头, 负责 or 配合"
            },
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "%E8%AE%A1%E5%88%92/%E9%80%9A%E7%9F%A5%201.txt"},
                        "region": {"startLine": 3, "startColumn": 16, "endLine": 3, "endColumn": 25},
                    },
                    "logicalLocations": [{"fullyQualifiedName": "1.1"}],
                }
            ],
        }

    def test_rules_are_those_met_each_once(self) -> None:
        only = run([ROLE_MISSING, REPEATED, ROLE_MISSING, GUESSED])
        rules = only["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == ["PP007", "PP403", "PP302"]
        assert [rules[result["ruleIndex"]]["id"] for result in only["results"]] == [
            result["ruleId"] for result in only["results"]
        ]

    def test_a_rule(self) -> None:
        (rule,) = run([REPEATED])["tool"]["driver"]["rules"]
        assert rule == {
            "id": "PP302",
            "name": "numbering-repeated",
            "shortDescription": {"text": "repeated number: …"},
            "fullDescription": {"text": catalogue.entry("PP302").why_en},
            "help": {"text": catalogue.entry("PP302").why_en},
            "defaultConfiguration": {"level": "warning"},
            "properties": {"authority": "common practice, not a regulation"},
        }

    @pytest.mark.parametrize(
        ("finding", "level"), [(EMPTY, "error"), (REPEATED, "warning"), (GUESSED, "note")]
    )
    def test_levels(self, finding: Finding, level: str) -> None:
        assert [result["level"] for result in run([finding])["results"]] == [level]

    def test_a_label_is_a_related_location(self) -> None:
        (result,) = run([REPEATED])["results"]
        (related,) = result["relatedLocations"]
        assert related["message"] == {"text": "first used here"}
        assert related["physicalLocation"]["region"]["startLine"] == 3

    def test_further_places_are_related_locations(self) -> None:
        (result,) = run([SEVERAL])["results"]
        assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 3
        assert [
            (related["message"]["text"], related["physicalLocation"]["region"]["startLine"])
            for related in result["relatedLocations"]
        ] == [("also here", 4)]

    def test_a_finding_about_the_whole_file_has_no_region(self) -> None:
        (result,) = run([GUESSED])["results"]
        assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "x"}}}]

    @pytest.mark.parametrize(
        ("name", "uri"),
        [
            ("a/b.txt", "a/b.txt"),
            ("./a.txt", "a.txt"),
            ("<stdin>", "%3Cstdin%3E"),
            ("/a b.txt", "file:///a%20b.txt"),
        ],
    )
    def test_uris(self, name: str, uri: str) -> None:
        (result,) = run([GUESSED], name=name)["results"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri

    def test_a_brace_of_the_text_is_no_placeholder(self) -> None:
        (result,) = run([Finding("PP602", ((0, 1),), (("text", "{0}"),))])["results"]
        assert result["message"]["text"] == "there is no such date: {{0}}"

    @pytest.mark.parametrize(("lang", "language"), [("zh", "zh-CN"), ("en", "en-US")])
    def test_the_language_is_stated(self, lang: str, language: str) -> None:
        assert run([], lang=lang)["language"] == language

    def test_no_findings_are_an_empty_run(self) -> None:
        assert run([])["results"] == []

    @given(TEXTS, VALUES)
    def test_any_text_gives_a_valid_log(self, text: str, findings: Sequence[Finding]) -> None:
        assert len(run(findings, text=text)["results"]) == len(findings)


def suite(findings: Sequence[Finding], text: str = NOTICE, name: str = "x", lang: Any = "en") -> Any:
    """The only suite of a report, as a parser of JUnit XML reads it."""
    report = junitparser.JUnitXml.fromstring(junit.render(findings, text, name, lang).encode())
    (only,) = report
    return only


class TestJunit:
    def test_the_suite_counts_its_cases(self) -> None:
        read = suite([*FOUND, EMPTY], name="计划.txt")
        assert (read.name, read.tests, read.failures, read.errors) == ("计划.txt", 4, 3, 0)

    def test_the_report_counts_as_its_suite_does(self) -> None:
        report = junitparser.JUnitXml.fromstring(junit.render(FOUND, NOTICE, "x", "en").encode())
        assert (report.name, report.tests, report.failures, report.errors) == ("planparse", 3, 2, 0)

    def test_a_warning_fails(self) -> None:
        (case,) = suite([ROLE_MISSING], name="计划.txt")
        assert (case.name, case.classname) == ("PP403 role-word-missing 3:16", "计划.txt")
        (failure,) = case.result
        assert isinstance(failure, junitparser.Failure)
        assert (failure.type, failure.message) == ("warning", "the responsible bodies have no role word")
        assert failure.text == (
            "计划.txt:3:16: warning PP403 role-word-missing: the responsible bodies have no role word\n"
            "add a role word such as 牵头, 负责 or 配合"
        )

    def test_what_is_only_worth_knowing_passes(self) -> None:
        (case,) = suite([GUESSED])
        assert case.is_passed
        assert case.name == "PP007 encoding-guessed"
        assert case.system_out == (
            "x: info PP007 encoding-guessed: the encoding is not marked; read as gb18030"
        )

    def test_without_findings_one_case_passes(self) -> None:
        read = suite([])
        assert (read.tests, read.failures, [case.is_passed for case in read]) == (1, 0, [True])

    @pytest.mark.parametrize("value", ['<a b="c">&amp;</a>', "]]>", "\x00\x0b\ufffe\ud800", "'\""])
    def test_text_is_never_markup(self, value: str) -> None:
        (case,) = suite([Finding("PP602", ((0, 1),), (("text", value),))], name=value.replace("/", ""))
        assert len(case.result) == 1

    @given(TEXTS, VALUES)
    def test_any_text_gives_a_report_that_can_be_read(self, text: str, findings: Sequence[Finding]) -> None:
        assert suite(findings, text=text).failures == len(findings)
