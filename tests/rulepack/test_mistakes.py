"""Every mistake in a user's rules names file, line, rule and what was expected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planparse.rulepack import RulePack, RulePackError
from planparse.rulepack.overlay import overlay, read_shipped

Write = Callable[..., Path]


def mistakes(base: RulePack, folder: Path) -> list[str]:
    """The lines of the error, the folder's own path cut off."""
    with pytest.raises(RulePackError) as caught:
        overlay(base, str(folder))
    return str(caught.value).replace(f"{folder}/", "").replace(f"{folder}", "mine").split("\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "x.yaml:1: expected a list of rules, found nothing"),
        ("id: x.a\n", "x.yaml:1: expected a list of rules, found a mapping"),
        ("- just words\n", "x.yaml:1: expected a mapping, found just words"),
        ("- why: y\n  words: [甲]\n", "x.yaml:1: expected the field id, found none"),
        ("- id: x.a\n  words: [甲]\n", "x.yaml:1: x.a: expected the field why, found none"),
        (
            "- id: x.a\n  why: y\n",
            "x.yaml:1: x.a: expected exactly one of words, pattern and table, found none of them",
        ),
        (
            "- id: x.a\n  why: y\n  words: [甲]\n  pattern: 乙\n",
            "x.yaml:1: x.a: expected exactly one of words, pattern and table, found words and pattern",
        ),
        (
            "\n- id: x.a\n  why: y\n  words: [甲]\n  remark: z\n",
            "x.yaml:5: x.a: expected no other fields, found remark",
        ),
        (
            "- id: X.a\n  why: y\n  words: [甲]\n",
            "x.yaml:1: X.a: id: expected family.name in small letters, digits and hyphens, found X.a",
        ),
        (
            "- id: z.a\n  why: y\n  words: [甲]\n",
            "x.yaml:1: z.a: expected an id that starts with x. in this file, found z.a",
        ),
        (
            "- {id: x.a, why: y, words: [甲]}\n- {id: x.a, why: y, words: [乙]}\n",
            "x.yaml:2: x.a: expected each id once, found it also in x.yaml:1",
        ),
        (
            "- id: x.a\n  why: y\n  words: 甲\n",
            "x.yaml:3: x.a: words: expected a list of words or a mapping of words to values, found 甲",
        ),
        (
            "- id: x.a\n  why: y\n  words:\n    万: 10000\n",
            "x.yaml:4: x.a: words.万: expected text, found 10000",
        ),
        (
            "- id: x.a\n  why: y\n  words: [甲, 12]\n",
            "x.yaml:3: x.a: words: expected text as word (in quotes where it looks like a number), found 12",
        ),
        (
            "- id: x.a\n  why: y\n  words: [甲, 乙, 甲]\n",
            "x.yaml:3: x.a: words: expected each word once, found 甲 again",
        ),
        ("- id: x.a\n  why: y\n  words: ['']\n", "x.yaml:3: x.a: words: expected text, found nothing"),
        ("- id: x.a\n  why: ''\n  words: [甲]\n", "x.yaml:2: x.a: why: expected text, found nothing"),
        ("- id: x.a\n  why: 3\n  words: [甲]\n", "x.yaml:2: x.a: why: expected text, found 3"),
        ("- id: x.a\n  why: y\n  pattern: [甲]\n", "x.yaml:3: x.a: pattern: expected text, found a list"),
        (
            f"- id: x.a\n  why: y\n  pattern: {'甲' * 4001}\n",
            "x.yaml:3: x.a: pattern: expected at most 4000 characters, found 4001",
        ),
        (
            "- id: x.a\n  why: y\n  table: {a: b}\n",
            "x.yaml:3: x.a: table: expected a list, found a mapping",
        ),
        (
            "- id: x.a\n  why: y\n  table:\n  - {a: b}\n  - {a: {c: d}}\n",
            "x.yaml:5: x.a: table.1.a: expected a plain value or a list of plain values, found a mapping",
        ),
        (
            "- id: x.a\n  why: y\n  table:\n  - {pattern: 甲, template: 乙}\n",
            "x.yaml:1: x.a: table.0: expected no field template: it keeps a pattern as written",
        ),
        (
            "- id: x.a\n  why: y\n  table:\n  - {pattern: 12}\n",
            "x.yaml:1: x.a: table.0.pattern: expected text",
        ),
        (
            "- id: x.a\n  why: y\n  words: [甲]\n  extend: maybe\n",
            "x.yaml:4: x.a: extend: expected true or false, found maybe",
        ),
        (
            "- id: x.a\n  why: y\n  words: [甲]\n  examples:\n  - {expect: {}}\n",
            "x.yaml:5: x.a: expected the field examples.0.text, found none",
        ),
        (
            "- id: x.a\n  why: y\n  words: [甲]\n  counter_examples: 甲\n",
            "x.yaml:4: x.a: counter_examples: expected a list, found 甲",
        ),
        (
            "- id: x.a\n  why: y\n  why: z\n  words: [甲]\n",
            "x.yaml:3: x.a: expected each key once, found why also in line 2",
        ),
        (
            "- id: x.a\n  why: y\n  words: [甲]\n  extend: true\n",
            "x.yaml:1: x.a: expected a shipped rule of this id to extend, found none",
        ),
        (
            "- id: x.a\n  why: y\n  pattern: '${roles.wrds}'\n",
            "x.yaml:1: x.a: expected the id of a rule in ${…}, found roles.wrds",
        ),
        (
            "- {id: x.a, why: y, table: [{pattern: '${roles.wrds}'}]}\n",
            "x.yaml:1: x.a: expected the id of a rule in ${…}, found roles.wrds",
        ),
        (
            "- id: x.a\n  why: y\n  pattern: '${roles.words:middle}'\n",
            "x.yaml:1: x.a: expected the id of a rule in ${…}, found roles.words:middle",
        ),
        (
            "- id: x.a\n  why: y\n  pattern: '${roles.number:last}'\n",
            "x.yaml:1: x.a: expected words in ${roles.number:last}, found a pattern",
        ),
        (
            "- id: x.a\n  why: y\n  pattern: '${}'\n",
            "x.yaml:1: x.a: expected the id of a rule in ${…}, found nothing",
        ),
        (
            "- id: x.a\n  why: y\n  pattern: '${roles.levels}'\n",
            "x.yaml:1: x.a: expected words or a pattern in ${roles.levels}, found a table",
        ),
        (
            "- id: x.a\n  why: y\n  pattern: '[^${roles.words}]'\n",
            "x.yaml:1: x.a: expected ${…} outside of [ ], found it inside",
        ),
        (
            "- {id: x.a, why: y, pattern: '甲${x.b}'}\n- {id: x.b, why: y, pattern: '乙${x.a}'}\n",
            "x.yaml:1: x.a: references in a circle: x.a → x.b → x.a",
        ),
        ("- id: x.a\n  why: y\n  pattern: '(甲'\n", "x.yaml:1: x.a: expected a ) for each (, found none"),
        (
            "- id: x.a\n  why: y\n  pattern: '[甲-乙]'\n",
            "x.yaml:1: x.a: the pattern does not compile: bad character range at position 4",
        ),
        (
            "- id: x.a\n  why: y\n  table:\n  - {pattern: '甲.*乙'}\n",
            "x.yaml:1: x.a: table.0.pattern: unbounded repeat of any character in .*: say [^…]{0,N}",
        ),
    ],
)
def test_a_mistake_has_its_file_line_rule_and_expectation(
    base: RulePack, write: Write, text: str, message: str
) -> None:
    assert mistakes(base, write("mine", {"x.yaml": text})) == [message]


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("words: [牵头]", "expected a mapping of words to values, as in the shipped rule"),
        ("pattern: 牵头", "expected words, as in the shipped rule, found pattern"),
        ("table: []", "expected words, as in the shipped rule, found table"),
    ],
)
def test_a_rule_that_cannot_stand_where_the_shipped_one_stood_is_refused(
    base: RulePack, write: Write, rule: str, message: str
) -> None:
    folder = write("mine", {"roles.yaml": f"- id: roles.words\n  why: y\n  {rule}\n"})
    assert mistakes(base, folder) == [f"roles.yaml:1: roles.words: {message}"]


def test_a_pattern_cannot_be_extended(base: RulePack, write: Write) -> None:
    text = "- {id: roles.number, why: y, pattern: 甲, extend: true}\n"
    assert mistakes(base, write("mine", {"roles.yaml": text})) == [
        "roles.yaml:1: roles.number: expected words or a table with extend, found pattern"
    ]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "mine: expected rule files (*.yaml), found none"),
        (
            {"x.yml": "- {id: x.a, why: y, words: [甲]}"},
            "x.yml: expected a name that ends in .yaml, found .yml",
        ),
        ({"x.yaml": b"\xd6\xd0"}, "x.yaml:1: expected UTF-8, found the byte 0xd6"),
        ({"x.yaml": b"#" * (1024 * 1024 + 1)}, "x.yaml: expected at most 1048576 bytes, found more"),
        ({"x.yaml/y.txt": ""}, "mine: expected rule files (*.yaml), found none"),
        ({"pack.yaml": "name: mine\n"}, "pack.yaml:1: expected the field version, found none"),
        ({"pack.yaml": "name: mine\nversion: 1.0\n"}, "pack.yaml:2: version: expected text, found 1.0"),
    ],
)
def test_a_folder_that_holds_no_rules_is_refused(
    base: RulePack, write: Write, files: dict[str, str | bytes], message: str
) -> None:
    assert mistakes(base, write("mine", files)) == [message]


def test_a_folder_that_is_not_there_is_refused(base: RulePack, tmp_path: Path) -> None:
    (line,) = mistakes(base, tmp_path / "absent")
    assert line == "mine: expected a folder of rule files, found none: No such file or directory"


def test_all_mistakes_of_all_files_are_reported_at_once_in_order(base: RulePack, write: Write) -> None:
    folder = write(
        "mine",
        {
            "b.yaml": "- {id: b.x, words: [甲]}\n- {id: b.y, why: y}\n",
            "a.yaml": "- {id: b.z, why: y, words: [甲]}\n",
            "c/d.yaml": "oops\n",
        },
    )
    assert mistakes(base, folder) == [
        "a.yaml:1: b.z: expected an id that starts with a. in this file, found b.z",
        "b.yaml:1: b.x: expected the field why, found none",
        "b.yaml:2: b.y: expected exactly one of words, pattern and table, found none of them",
        "c/d.yaml:1: expected a list of rules, found oops",
    ]


def test_the_error_carries_the_first_mistake_and_all_of_them(base: RulePack, write: Write) -> None:
    folder = write("mine", {"x.yaml": "- {id: x.a, words: [甲]}\n\n- {id: x.b, why: y}\n"})
    with pytest.raises(RulePackError) as caught:
        overlay(base, str(folder))
    error = caught.value
    assert (error.file, error.line, error.rule) == (f"{folder}/x.yaml", 1, "x.a")
    assert error.message == "expected the field why, found none"
    assert [mistake.line for mistake in error.mistakes] == [1, 3]


def test_references_that_multiply_are_cut_off(base: RulePack, write: Write) -> None:
    rules = [f"- {{id: x.r{n}, why: y, pattern: '{f'${{x.r{n + 1}}}' * 40}'}}\n" for n in range(8)]
    text = "".join(rules) + "- {id: x.r8, why: y, pattern: 甲乙}\n"
    found = mistakes(base, write("mine", {"x.yaml": text}))
    assert "x.yaml:6: x.r5: expected at most 100000 characters after expansion" in found


def test_a_long_chain_of_references_is_no_circle(base: RulePack, write: Write) -> None:
    rules = [f"- {{id: x.r{n}, why: y, pattern: '${{x.r{n + 1}}}'}}\n" for n in range(3000)]
    text = "".join(rules) + "- {id: x.r3000, why: y, pattern: 甲}\n"
    found = mistakes(base, write("mine", {"x.yaml": text}))
    assert all(
        line.endswith("expected at most 40 brackets one inside the other, found more") for line in found
    )


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("words: [甲]\n  extend: true", "expected no extend in the shipped rules: it adds to them"),
        ("pattern: '${x.b}'", "expected the id of a rule in ${…}, found x.b"),
    ],
)
def test_shipped_rules_are_held_to_the_same(write: Write, rule: str, message: str) -> None:
    files = {"pack.yaml": "name: base\nversion: '1'\n", "x.yaml": f"- id: x.a\n  why: y\n  {rule}\n"}
    with pytest.raises(RulePackError) as caught:
        read_shipped(str(write("base", files)))
    assert str(caught.value) == f"rules/x.yaml:1: x.a: {message}"


def test_shipped_rules_have_a_name_and_a_version(write: Write) -> None:
    folder = write("base", {"x.yaml": "- {id: x.a, why: y, words: [甲]}\n"})
    with pytest.raises(RulePackError) as caught:
        read_shipped(str(folder))
    assert str(caught.value) == "rules: expected pack.yaml, found none"
