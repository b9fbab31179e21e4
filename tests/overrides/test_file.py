"""The file of corrections is read strictly: a mistake names its line, and nothing is applied."""

from __future__ import annotations

import pytest

from planparse.overrides import OverridesError, read

HEAD = 'overrides_version: "1"\nsource: {name: a.txt, sha256: "00"}\n'
GOOD = """\
corrections:
- node: "1.1"
  kind: target
  text: 12个
  context: "ab"
  offset: 4
  span: [[50, 53]]
  was: {value: 12, due: null}
  now: {value: 15, due: "2023-10-31"}
"""


def test_a_file_is_read() -> None:
    overrides = read((HEAD + GOOD).encode())
    (correction,) = overrides.corrections
    assert overrides.source_sha256 == "00"
    assert correction.address == ("target", "ab", 4, "12个", 0)
    assert correction.was == {"value": 12, "due": None}
    assert correction.now == {"value": 15, "due": "2023-10-31"}
    assert correction.spans == ((50, 53),)


def test_a_file_without_corrections_is_a_file() -> None:
    assert read((HEAD + "corrections: []\n").encode()).corrections == ()


@pytest.mark.parametrize(
    ("before", "after", "mistake"),
    [
        (
            "overrides_version",
            "version",
            'line 1: expected a file of corrections with overrides_version: "1"',
        ),
        ('"1"\nsource', '"2"\nsource', 'line 1: expected a file of corrections with overrides_version: "1"'),
        (', sha256: "00"', "", "line 2: expected source with the sha256 of the notice"),
        ("kind: target", "kind: goal", "line 5: expected one of responsibility, department"),
        ("  offset: 4\n", "", "line 4: expected offset"),
        ("offset: 4", "offset: four", "line 8: expected a whole number as offset"),
        ("span: [[50, 53]]", "span: [[53, 50]]", "line 9: expected a list of [start, end]"),
        ("now: {value", "now: {valeu", "line 11: expected fields of a target"),
        ("was: {value: 12, ", "was: {", "line 11: expected in was what the program found as value"),
        ('  now: {value: 15, due: "2023-10-31"}\n', "", "line 4: expected either now"),
        ("  text: 12个", "  wrong: true\n  text: 12个", "line 4: expected either now"),
        ("  text: 12个", "  by: 张三\n  text: 12个", "line 6: expected one of node, kind"),
        ("- node", "- &a node", "line 4: expected a value, found the anchor &a"),
        ("  text: 12个", "  kind: target\n  text: 12个", "line 6: expected each key once"),
        ("corrections:", "corrections: {", "not valid YAML"),
    ],
)
def test_a_mistake_names_its_line(before: str, after: str, mistake: str) -> None:
    whole = HEAD + GOOD
    assert whole.count(before) == 1
    with pytest.raises(OverridesError) as caught:
        read(whole.replace(before, after).encode())
    assert mistake in str(caught.value)


def test_wrong_says_what_was_found() -> None:
    text = HEAD + GOOD.replace('now: {value: 15, due: "2023-10-31"}', "wrong: true")
    assert read(text.encode()).corrections[0].now is None
    with pytest.raises(OverridesError, match="expected was, with what the program found"):
        read(text.replace("was: {value: 12, due: null}", "was: {}").encode())
