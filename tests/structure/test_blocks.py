"""Blocks: every character of a source in exactly one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.structure.blocks import Block, blocks

SAMPLES = Path(__file__).parents[2] / "samples"
PIECES = st.sampled_from(
    [
        "云政发〔2023〕5号",
        "云溪市人民政府关于印发平台计划的通知",
        "各县人民政府：",
        "现印发给你们。",
        "2023年3月1日",
        "云溪市平台计划",
        "一、任务",
        "1.建设平台，",
        "**应用**[bookmark: a]",
        "- 3 -",
        "抄送：市甲局。",
        "云溪市人民政府办公室 2023年3月2日印发",
        "",
        "　　",
        "另有事项",
    ]
)
NOTICES = st.builds(
    "".join, st.lists(st.builds(str.__add__, PIECES, st.sampled_from(["\n", "\r\n", "\f", " "])))
)


def assert_partition(found: tuple[Block, ...], length: int) -> None:
    edges = [0, *(block.end for block in found)]
    assert [block.start for block in found] == edges[:-1]
    assert edges[-1] == length
    assert all(block.start < block.end for block in found)


@given(
    NOTICES,
    st.lists(
        st.tuples(st.sampled_from(["heading", "closing"]), st.tuples(st.integers(0, 90), st.integers(0, 90)))
    ),
)
def test_blocks_cover_the_source_once(
    structure, text: str, refined: list[tuple[str, tuple[int, int]]]
) -> None:
    read = structure(text)
    kinds = [(kind, (low, high)) for kind, (low, high) in refined if low <= high <= len(text)]
    assert_partition(blocks(read.page, read.elements, kinds), len(text))


@pytest.mark.parametrize(
    "path", sorted(SAMPLES.glob("*.txt")) + sorted(SAMPLES.glob("*.md")), ids=lambda path: path.name
)
def test_blocks_of_the_samples(structure, path: Path) -> None:
    text = path.read_bytes().decode("gb18030" if ".gbk." in path.name else "utf-8")
    read = structure(text)
    found = blocks(read.page, read.elements)
    assert_partition(found, len(text))
    # What is text for the plan is text here, no more and no less.
    inside = "".join("".join(text[b.start : b.end].split()) for b in found if b.kind == "text")
    view = read.body.view
    spans = view.to_source(0, len(view.text))
    body = "".join("".join(text[low:high].split()) for low, high in spans)
    dropped = sum(f.code == "PP404" for f in read.findings)
    assert len(inside) == len(body) + dropped


def test_kinds(structure) -> None:
    text = (
        "云政发〔2023〕5号\n\n云溪市人民政府关于加快建设的通知\n各县人民政府：\n"
        "一、**任务**\n- 3 -\n加快建设。\n"
    )
    read = structure(text)
    start = text.index("加快建设。")
    found = blocks(read.page, read.elements, [("closing", (start, start + 5))])
    assert [(block.kind, text[block.start : block.end]) for block in found] == [
        ("document_number", "云政发〔2023〕5号\n\n"),
        ("title", "云溪市人民政府关于加快建设的通知\n"),
        ("addressees", "各县人民政府：\n"),
        ("text", "一、"),
        ("noise", "**"),
        ("text", "任务"),
        ("noise", "**"),
        ("text", "\n"),
        ("noise", "- 3 -\n"),
        ("closing", "加快建设。"),
        ("text", "\n"),
    ]


def test_the_first_of_two_overlapping_kinds_stays(structure) -> None:
    read = structure("一、建设测试平台\n")
    found = blocks(read.page, read.elements, [("heading", (2, 6)), ("closing", (4, 8))])
    assert [(block.kind, block.start, block.end) for block in found] == [
        ("text", 0, 2),
        ("heading", 2, 6),
        ("closing", 6, 8),
        ("text", 8, 9),
    ]


@pytest.mark.parametrize("text", ["", "\n", "　", "- 1 -"])
def test_texts_without_text(structure, text: str) -> None:
    read = structure(text)
    assert {block.kind for block in blocks(read.page, read.elements)} <= {"noise"}
