"""Corrections are applied where they still fit, and nowhere else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from planparse.findings.catalogue import message
from planparse.overrides import apply, values
from planparse.pipeline import Analysis, analyse_bytes, analyse_text
from planparse.records import Document

from .conftest import NOTICE, Entry, entry_of, overrides

SAMPLES = sorted(
    path for path in (Path(__file__).parents[2] / "samples").iterdir() if path.suffix in (".txt", ".md")
)
Correct = Callable[..., Entry]


def differences(before: Document, after: Document) -> dict[str, Any]:
    """The values that differ, by their path; None for what is no longer there."""
    old, new = flat(before.to_dict()), flat(after.to_dict())
    ignored = ("/overrides", "/findings")
    paths = [path for path in {**old, **new} if old.get(path) != new.get(path)]
    return {path: new.get(path) for path in paths if not path.startswith(ignored)}


def flat(data: Any, path: str = "") -> dict[str, Any]:
    if isinstance(data, dict):
        return {p: v for key, entry in data.items() for p, v in flat(entry, f"{path}/{key}").items()}
    if isinstance(data, list) and any(isinstance(entry, dict) for entry in data):
        return {p: v for key, entry in enumerate(data) for p, v in flat(entry, f"{path}/{key}").items()}
    return {path: data}


FIRST = "/plan/sections/0/measures/0"


# What the registry says of a body; it says nothing of a name that a person wrote.
REGISTRY = ("body", "full_name", "jurisdiction", "kind")


@pytest.mark.parametrize(
    ("kind", "text", "now", "changed"),
    [
        ("target", "12个以上", {"value": 15}, {f"{FIRST}/targets/0/value": 15}),
        ("target", "12个以上", {"comparator": "="}, {f"{FIRST}/targets/0/comparator": "="}),
        ("target", "达到40%", {"due": "2024-06-30"}, {f"{FIRST}/targets/1/due": "2024-06-30"}),
        ("deadline", "8月底前", {"end": "2023-09-30"}, {f"{FIRST}/deadlines/0/end": "2023-09-30"}),
        ("title", "建设托育点", {"title": "建设网点"}, {f"{FIRST}/title": "建设网点"}),
        ("date", "2023年3月10日", {"date": "2023-03-11"}, {"/notice/date": "2023-03-11"}),
        ("issuers", "青禾县人民政府", {"issuers": ["甲", "乙"]}, {"/notice/issuers": ["甲", "乙"]}),
        (
            "department",
            "县卫健局",
            {"name": "县卫生健康局"},
            {
                f"{FIRST}/responsibilities/0/departments/0/name": "县卫生健康局",
                **dict.fromkeys(f"{FIRST}/responsibilities/0/departments/0/{field}" for field in REGISTRY),
            },
        ),
        (
            "document_number",
            "青政发〔2023〕7号",
            {"serial": 17},
            {"/notice/document_number/serial": 17, "/notice/document_number/rule": "overrides"},
        ),
    ],
)
def test_a_corrected_field_and_nothing_else_changes(
    analysis: Analysis, correct: Correct, kind: str, text: str, now: dict[str, Any], changed: dict[str, Any]
) -> None:
    after, found = apply(analysis.document, NOTICE, overrides(analysis, correct(kind, text, **now)))
    assert found == []
    got = differences(analysis.document, after)
    rules = {path: rule for path, rule in got.items() if path.endswith("/rule")}
    assert set(rules.values()) <= {"overrides"}
    assert got == {**rules, **changed}
    assert after.overrides is not None and (after.overrides.applied, after.overrides.dropped) == (1, 0)


@pytest.mark.parametrize(
    ("kind", "text", "gone", "kept"),
    [
        ("target", "12个以上", "12个以上", "达到40%"),
        ("department", "县财政局", "县财政局", "县住建局"),
        ("deadline", "8月底前", "8月底前", "2023-03-10"),
        ("title", "建设托育点", "建设托育点", "加强监管"),
        ("annotation", "此件公开发布", "此件公开发布", "青政发〔2023〕7号"),
    ],
)
def test_a_wrong_value_is_taken_out(kind: str, text: str, gone: str, kept: str) -> None:
    noted = NOTICE.replace("2023年3月10日\n", "2023年3月10日\n（此件公开发布）\n")
    analysis = analyse_text(noted)
    found = values(analysis.document, noted)
    value = next(v for v in found if (v.kind, v.address.text) == (kind, text))
    after, problems = apply(analysis.document, noted, overrides(analysis, entry_of(value, wrong=True)))
    assert problems == []
    count = {word: str(analysis.document.to_dict()).count(f"'{word}'") for word in (gone, kept)}
    left = {word: str(after.to_dict()).count(f"'{word}'") for word in (gone, kept)}
    assert left[gone] < count[gone]
    assert left[kept] == count[kept] > 0


def test_a_group_whose_bodies_are_all_wrong_goes(analysis: Analysis, correct: Correct) -> None:
    entries = [correct("department", name, wrong=True) for name in ("县财政局", "县住建局")]
    after, found = apply(analysis.document, NOTICE, overrides(analysis, *entries))
    first = next(node for node, _ in after.nodes() if node.id == "1.1")
    assert found == []
    assert [group.role for group in first.responsibilities or ()] == ["lead"]


def test_what_the_registry_says_of_a_name_goes_with_the_name(analysis: Analysis, correct: Correct) -> None:
    document = analysis.document.model_copy(deep=True)
    body = next(
        d
        for n, _ in document.nodes()
        for g in n.responsibilities or ()
        for d in g.departments
        if n.id == "1.1"
    )
    body.body, body.full_name, body.kind = "health", "青禾县卫生健康局", "department"
    after, _ = apply(
        document, NOTICE, overrides(analysis, correct("department", "县卫健局", name="县卫生健康委"))
    )
    left = next(
        d for n, _ in after.nodes() for g in n.responsibilities or () for d in g.departments if n.id == "1.1"
    )
    assert left.model_dump(exclude_none=True, exclude={"span"}) == {
        "text": "县卫健局",
        "name": "县卫生健康委",
    }


def test_the_record_that_was_given_is_left_as_it_was(analysis: Analysis, correct: Correct) -> None:
    before = analysis.document.to_json()
    apply(analysis.document, NOTICE, overrides(analysis, correct("target", "12个以上", wrong=True)))
    assert analysis.document.to_json() == before


def test_corrections_of_three_kinds_at_once(analysis: Analysis, correct: Correct) -> None:
    entries = [
        correct("target", "12个以上", value=15),
        correct("department", "县住建局", name="县住房城乡建设局"),
        correct("deadline", "全年", wrong=True),
    ]
    after, found = apply(analysis.document, NOTICE, overrides(analysis, *entries))
    assert found == []
    assert differences(analysis.document, after) == {
        f"{FIRST}/targets/0/value": 15,
        f"{FIRST}/targets/0/rule": "overrides",
        f"{FIRST}/responsibilities/1/departments/1/name": "县住房城乡建设局",
        **dict.fromkeys(f"{FIRST}/responsibilities/1/departments/1/{field}" for field in REGISTRY),
        **{
            f"/plan/sections/1/measures/0/deadlines/0/{name}": None
            for name in ("text", "kind", "start", "end")
        },
        **{f"/plan/sections/1/measures/0/deadlines/0/{name}": None for name in ("span", "rule")},
    }


# The notice is changed after the corrections were made: what is changed in it, and what becomes of
# three corrections, of the target and the body of the first measure and of the target of the last.
CHANGES = {
    "a line is added above": ("一、增加供给", "总体安排如下。\n一、增加供给", ["applied"] * 3),
    "lines are wrapped otherwise": ("入托率达到40%", "入托率\n达到40%", ["applied"] * 3),
    "the number is another": ("12个以上", "18个以上", ["PP712", "PP712", "applied"]),
    "a word of the measure is another": ("建设托育点。", "建好托育点。", ["PP712", "PP712", "applied"]),
    "the measure is gone": (
        "1.建设托育点。8月底前新建托育点12个以上，入托率达到40%。（县卫健局牵头，县财政局、县住建局配合）\n",
        "",
        ["PP712", "PP712", "applied"],
    ),
    "the measure of another number": ("3.开展检查", "4.开展检查", ["applied", "applied", "PP712"]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_in_a_changed_notice_only_what_still_fits_is_applied(
    name: str, analysis: Analysis, correct: Correct
) -> None:
    before, after, expected = CHANGES[name]
    made = overrides(
        analysis,
        correct("target", "12个以上", value=15),
        correct("department", "县住建局", name="县住房城乡建设局"),
        correct("target", "30家", value=31),
    )
    changed = NOTICE.replace(before, after)
    assert changed != NOTICE
    now = analyse_text(changed)
    corrected, found = apply(now.document, changed, made)
    dropped = [code for code in expected if code != "applied"]
    assert [finding.code for finding in found] == ["PP711", *dropped]
    values = {
        "15": [t.value for n, _ in corrected.nodes() for t in n.targets or ()].count(15),
        "body": str(corrected.to_dict()).count("县住房城乡建设局"),
        "31": [t.value for n, _ in corrected.nodes() for t in n.targets or ()].count(31),
    }
    assert list(values.values()) == [int(each == "applied") for each in expected]
    assert len(differences(now.document, corrected)) == sum(
        {"15": 2, "body": 1 + len(REGISTRY), "31": 2}[key] for key, count in values.items() if count
    )


@pytest.mark.parametrize(
    ("number", "title", "applied"),
    [
        ("青政发〔2023〕7号", "青禾县托育服务2023年行动计划", 1),
        ("青政发〔2023〕8号", "青禾县托育服务2023年行动计划", 1),
        ("青政发〔2023〕7号", "青禾县托育服务提升2023年行动计划", 1),
        ("青政发〔2024〕7号", "青禾县托育服务2024年行动计划", 0),  # the plan of another year
        ("临政发〔2023〕3号", "临澜县托育服务2023年行动计划", 0),  # the plan of another county
    ],
)
def test_a_changed_notice_must_be_the_same_one(
    analysis: Analysis, correct: Correct, number: str, title: str, applied: int
) -> None:
    other = NOTICE.replace("青政发〔2023〕7号", number).replace("青禾县托育服务2023年行动计划", title) + "\n"
    after, found = apply(
        analyse_text(other).document, other, overrides(analysis, correct("target", "30家", value=31))
    )
    assert after.overrides is not None and after.overrides.applied == applied
    assert [finding.code for finding in found] == ["PP711", *["PP717"] * (1 - applied)]


def test_a_value_that_is_found_otherwise_now_is_left_alone(analysis: Analysis, correct: Correct) -> None:
    """Other rules read 8月底前 as another date: a correction of 2023-08-31 says nothing about it."""
    document = analysis.document.model_copy(deep=True)
    deadline = next(d for node, _ in document.nodes() for d in node.deadlines or ())
    deadline.end = dt.date(2024, 8, 31)
    made = overrides(analysis, correct("deadline", "8月底前", end="2023-09-30"))
    after, found = apply(document, NOTICE, made)
    assert [finding.code for finding in found] == ["PP714"]
    assert (
        message(found[0], "zh") == "“8月底前”（1.1）的 end 现为 2024-08-31，作更正时为 2023-08-31，更正未采用"
    )
    assert differences(document, after) == {}


def test_a_field_that_was_filled_in_is_not_carried_to_a_changed_notice(
    analysis: Analysis, correct: Correct
) -> None:
    made = overrides(analysis, correct("deadline", "8月底前", start="2023-01-01"))
    changed = NOTICE.replace("30家", "31家")
    _, found = apply(analyse_text(changed).document, changed, made)
    assert [finding.code for finding in found] == ["PP711", "PP715"]
    _, found = apply(analysis.document, NOTICE, made)
    assert found == []


def test_a_value_that_the_rules_no_longer_find_is_said(analysis: Analysis, correct: Correct) -> None:
    made = overrides(analysis, correct("target", "12个以上", value=15))
    document = analysis.document.model_copy(deep=True)
    for node, _ in document.nodes():
        node.targets = None
    after, found = apply(document, NOTICE, made)
    assert [finding.code for finding in found] == ["PP713"]
    assert [NOTICE[start:end] for start, end in found[0].spans] == ["12个以上"]
    assert after.findings is not None and after.findings[-1].code == "PP713"


@pytest.mark.parametrize(
    ("kind", "text", "now"),
    [
        ("target", "12个以上", {"value": "many"}),
        ("target", "12个以上", {"comparator": "≥"}),
        ("target", "12个以上", {"comparator": None}),
        ("deadline", "8月底前", {"end": "2023-02-30"}),
        ("department", "县卫健局", {"name": None}),
        ("responsibility", "（专班负责）", {"role": "boss"}),
    ],
)
def test_a_value_that_no_record_can_hold_is_not_applied(
    analysis: Analysis, correct: Correct, kind: str, text: str, now: dict[str, Any]
) -> None:
    after, found = apply(analysis.document, NOTICE, overrides(analysis, correct(kind, text, **now)))
    assert [finding.code for finding in found] == ["PP716"]
    assert differences(analysis.document, after) == {}
    assert after.overrides is not None and (after.overrides.applied, after.overrides.dropped) == (0, 1)


def test_the_same_measure_twice_is_told_apart_by_its_number(analysis: Analysis) -> None:
    line = "3.开展检查。全年检查机构30家。（县卫健局负责）\n"
    twice = NOTICE + "三、其他\n" + line
    double = analyse_text(twice)
    targets = [v for v in values(double.document, twice) if v.address.text == "30家"]
    assert [v.node for v in targets] == ["2.3", "3.3"]
    after, found = apply(double.document, twice, overrides(double, entry_of(targets[1], value=33)))
    assert found == []
    by_node = {n.id: [t.value for t in n.targets] for n, _ in after.nodes() if n.targets}
    assert (by_node["2.3"], by_node["3.3"]) == ([30], [33])


def test_corrections_are_recorded_and_survive_writing(analysis: Analysis, correct: Correct) -> None:
    made = overrides(analysis, correct("target", "12个以上", value=15))
    after, _ = apply(analysis.document, NOTICE, made)
    again = Document.model_validate_json(after.to_json())
    assert again == after
    assert again.to_dict()["overrides"] == {"sha256": made.sha256, "applied": 1, "dropped": 0}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_value_of_every_sample_can_be_taken_out(path: Path) -> None:
    analysis = analyse_bytes(path.read_bytes(), name=path.name)
    found = values(analysis.document, analysis.text)
    made = overrides(analysis, *(entry_of(value, wrong=True) for value in found))
    after, problems = apply(analysis.document, analysis.text, made)
    assert problems == []
    assert values(after, analysis.text) == []
    assert Document.model_validate_json(after.to_json()).to_json() == after.to_json()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_correction_never_lands_on_another_sample(path: Path) -> None:
    other = SAMPLES[SAMPLES.index(path) - 1]
    analysis, elsewhere = (analyse_bytes(each.read_bytes(), name=each.name) for each in (path, other))
    found = values(analysis.document, analysis.text)
    made = overrides(analysis, *(entry_of(value, wrong=True) for value in found))
    after, problems = apply(elsewhere.document, elsewhere.text, made)
    assert after.overrides is not None and after.overrides.applied == 0
    assert len(problems) == 1 + len(found)
    assert after.to_dict().get("plan") == elsewhere.document.to_dict().get("plan")
