"""What may be corrected of a record, and how it is found again."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from planparse.overrides import own_spans, values
from planparse.pipeline import Analysis, analyse_text

from .conftest import NOTICE

SAMPLES = Path(__file__).parents[2] / "samples"


def listed(text: str) -> list[tuple[str, str, str]]:
    analysis = analyse_text(text)
    return [(v.node, v.kind, v.address.text) for v in values(analysis.document, analysis.text)]


def test_every_value_of_a_notice_may_be_corrected() -> None:
    assert listed(NOTICE) == [
        ("notice", "title", "青禾县人民政府关于印发青禾县托育服务2023年行动计划的通知"),
        ("notice", "issuers", "青禾县人民政府"),
        ("notice", "addressees", "各乡镇人民政府"),
        ("notice", "date", "2023年3月10日"),
        ("notice", "document_number", "青政发〔2023〕7号"),
        ("plan", "title", "青禾县托育服务2023年行动计划"),
        ("1", "title", "增加供给"),
        ("1", "responsibility", "（专班负责）"),
        ("1", "department", "专班"),
        ("1.1", "title", "建设托育点"),
        ("1.1", "responsibility", "（县卫健局牵头，县财政局、县住建局配合）"),
        ("1.1", "department", "县卫健局"),
        ("1.1", "responsibility", "（县卫健局牵头，县财政局、县住建局配合）"),
        ("1.1", "department", "县财政局"),
        ("1.1", "department", "县住建局"),
        ("1.1", "target", "12个以上"),
        ("1.1", "target", "达到40%"),
        ("1.1", "deadline", "8月底前"),
        ("1.2", "title", "补贴机构"),
        ("1.2", "responsibility", "（县财政局负责）"),
        ("1.2", "department", "县财政局"),
        ("1.2", "standard", "300元"),
        ("2", "title", "加强监管"),
        ("2.3", "title", "开展检查"),
        ("2.3", "responsibility", "（县卫健局负责）"),
        ("2.3", "department", "县卫健局"),
        ("2.3", "target", "30家"),
        ("2.3", "deadline", "全年"),
    ]


def test_fields_are_in_their_written_form(analysis: Analysis) -> None:
    fields = {v.address.text: v.fields() for v in values(analysis.document, analysis.text)}
    assert fields["8月底前"] == {"kind": "by", "start": None, "end": "2023-08-31"}
    assert fields["达到40%"]["value"] == 40
    assert fields["青禾县人民政府"] == {"issuers": ["青禾县人民政府"]}


def test_no_two_values_have_one_address(analysis: Analysis) -> None:
    addresses = [v.address for v in values(analysis.document, analysis.text)]
    assert len(set(addresses)) == len(addresses)


@pytest.mark.parametrize(
    ("before", "after", "keeps"),
    [
        ("青禾县托育服务2023年行动计划\n\n一、", "青禾县托育服务2023年行动计划\n\n（试行）\n一、", True),
        ("县财政局负责", "县发改局负责", True),  # of another measure
        ("入托率达到40%", "入托率达到45%", False),  # of the same measure
        ("建设托育点。", "建设托育网点。", False),
    ],
)
def test_an_address_holds_while_its_own_text_is_the_same(before: str, after: str, keeps: bool) -> None:
    def target(text: str) -> object:
        analysis = analyse_text(text)
        found = values(analysis.document, analysis.text)
        return next(v.address for v in found if v.address.text == "12个以上")

    assert NOTICE.count(before) == 1
    assert (target(NOTICE) == target(NOTICE.replace(before, after))) is keeps


def test_the_text_of_a_heading_does_not_hold_its_measures(analysis: Analysis) -> None:
    nodes = {node.id: node for node, _ in analysis.document.nodes()}
    own = {id: "".join(NOTICE[start:end] for start, end in own_spans(node)) for id, node in nodes.items()}
    assert own["1"] == "一、增加供给（专班负责）"
    assert own["2"] == "二、加强监管"
    assert own["2.3"] == "3.开展检查。全年检查机构30家。（县卫健局负责）"


def test_a_heading_glued_to_its_measures_has_its_own_text_too() -> None:
    """A notice stored as one line: a heading and what stands below it are one piece of the source."""
    analysis = analyse_text((SAMPLES / "forms-flattened-city.txt").read_text("utf-8"))
    own = {node.id: own_spans(node) for node, _ in analysis.document.nodes()}
    pieces = sorted(span for spans in own.values() for span in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(pieces))
    assert ["".join(analysis.text[start:end] for start, end in own[id]) for id in ("3", "4")] == [
        "三、补链强链，增强科技支撑",
        "四、保障机制",
    ]
