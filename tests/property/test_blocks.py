"""Every character of a source is in exactly one block, whatever the text."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from planparse import load_rules
from planparse.findings.model import Findings
from planparse.intake import read_text
from planparse.structure.blocks import Block, blocks
from planparse.structure.elements import read_elements
from planparse.structure.labels import LabelReader
from planparse.structure.lines import read_lines

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
WORDS = Path(__file__).with_name("fragments.txt").read_text("utf-8").split()
LAYOUT = ["\n", "\n\n", "\r\n", "\x85", "\u2028", " ", "\u3000", "\n— 7 —\n", "\0", "\ud800", "\u200b"]
LAYOUT += [r"\n", "&nbsp;", "<br/>", "\n- ", "**", "\n> "]
NOTICE = "青禾县人民政府关于印发青禾县试验行动方案的通知\n各乡镇人民政府：\n青禾县人民政府\n2023年3月10日\n"

of_words = st.lists(st.sampled_from(WORDS + LAYOUT), max_size=60).map("".join)
any_text = (
    of_words | of_words.map(NOTICE.__add__) | st.text(st.characters(exclude_categories=()), max_size=60)
)
spans = st.tuples(st.integers(0, 150), st.integers(0, 150)).map(lambda pair: (min(pair), max(pair)))
refinements = st.lists(st.tuples(st.sampled_from(["heading", "preamble", "closing"]), spans), max_size=5)


def read_blocks(text: str, refined: list[tuple[str, tuple[int, int]]]) -> tuple[Block, ...]:
    findings, rules = Findings(), load_rules()
    page = read_lines(read_text(text, "", findings), rules, findings)
    page, elements = read_elements(page, rules, rules.derive(LabelReader.build), findings)
    return blocks(page, elements, refined)


def is_partition(found: tuple[Block, ...], text: str) -> bool:
    """Whether the blocks follow each other from the first character to the last, none of them empty."""
    edges = [0, *(block.end for block in found)]
    starts = [block.start for block in found]
    return (
        starts == edges[:-1]
        and edges[-1] == len(text)
        and all(a < b for a, b in zip(starts, edges[1:], strict=True))
    )


@settings(max_examples=150)
@given(any_text, refinements)
def test_blocks_cover_the_text_without_gap_or_overlap(
    text: str, refined: list[tuple[str, tuple[int, int]]]
) -> None:
    kept = [(kind, (low, min(high, len(text)))) for kind, (low, high) in refined if low < len(text)]
    assert is_partition(read_blocks(text, kept), text)


def test_blocks_cover_the_samples() -> None:
    for path in SAMPLES:
        text = path.read_bytes().decode("gb18030" if ".gbk." in path.name else "utf-8")
        found = read_blocks(text, [])
        assert is_partition(found, text)
        assert {block.kind for block in found} > {"text", "title"}
