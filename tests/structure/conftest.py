"""The structure stage as one function: a text in, everything that the stage says of it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from planparse.findings.model import Findings
from planparse.intake.source import SourceText
from planparse.rulepack import RulePack, load_rules
from planparse.structure.elements import Elements, read_elements
from planparse.structure.labels import LabelReader
from planparse.structure.lines import Page, read_lines
from planparse.structure.outline import Item, read_outline
from planparse.structure.paragraphs import Body, read_body


@dataclass(frozen=True)
class Structure:
    page: Page
    elements: Elements
    body: Body
    root: Item
    findings: Findings

    def values(self, name: str) -> list[str]:
        return [value.text for value in self.elements.values.get(name, [])]

    def parts(self) -> list[tuple[str, str]]:
        """Every line that is not blank, with its part."""
        pairs = zip(self.page.lines, self.elements.parts, strict=True)
        return [(part, self.page.source[line.start : line.end]) for line, part in pairs if part != "blank"]

    def part_of(self, text: str) -> str:
        return next(part for part, line in self.parts() if line == text)

    def paragraphs(self) -> list[str]:
        return [self.body.view.text[start:end] for start, end in self.body.paragraphs]

    def tree(self) -> list[object]:
        """Nested lists of label texts: [label, [children]] for each item."""
        return self._labels(self.root.children)

    def points(self, item: Item | None = None) -> list[object]:
        """The same of what boxes number, in an item and in those below it."""
        item = item or self.root
        below = [point for child in item.children for point in self.points(child)]
        return self._labels(item.points) + below

    def _labels(self, items: list[Item]) -> list[object]:
        text = self.body.view.text
        return [
            [
                text[item.label.start : item.label.end].strip(),
                *([self._labels(item.children)] if item.children else []),
            ]
            for item in items
            if item.label
        ]

    def codes(self) -> list[str]:
        return [finding.code for finding in self.findings]

    def message_values(self, code: str) -> list[dict[str, str]]:
        return [dict(finding.values) for finding in self.findings if finding.code == code]


@pytest.fixture(scope="session")
def rules() -> RulePack:
    return load_rules()


@pytest.fixture(scope="session")
def labels(rules: RulePack) -> LabelReader:
    return rules.derive(LabelReader.build)


@pytest.fixture(scope="session")
def structure(rules: RulePack, labels: LabelReader) -> Callable[..., Structure]:
    def read(text: str, mojibake: tuple[tuple[int, int], ...] = ()) -> Structure:
        findings = Findings()
        source = SourceText(text, "测试.txt", "text", "utf-8", "", mojibake)
        page = read_lines(source, rules, findings)
        page, elements = read_elements(page, rules, labels, findings)
        lines = [line for line, part in zip(page.lines, elements.parts, strict=True) if part == "body"]
        body = read_body(page, lines, labels, rules, findings)
        return Structure(page, elements, body, read_outline(body, findings).root, findings)

    return read
