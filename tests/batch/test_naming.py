from __future__ import annotations

import pytest

from planparse.batch.naming import output_names

CASES = {
    "the whole name is kept": ("市/通知.txt", "市/通知.txt.yaml"),
    "no way out of the folder": ("../../etc/passwd", "etc/passwd.yaml"),
    "an absolute path": ("/etc/passwd", "etc/passwd.yaml"),
    "characters that Windows forbids": ('a:b*c?"d.txt', "a_b_c__d.txt.yaml"),
    "a backslash parts nothing": ("..\\x.txt", ".._x.txt.yaml"),
    "a line break": ("a\nb.txt", "a_b.txt.yaml"),
    "a device of Windows": ("con.txt", "_con.txt.yaml"),
    "a name of dots and blanks": ("a/ . . /b", "a/_/b.yaml"),
    "a lone surrogate": ("\udce9.txt", "_.txt.yaml"),
    "nothing": ("", "_.yaml"),
}


@pytest.mark.parametrize(("relative", "expected"), CASES.values(), ids=CASES)
def test_an_output_is_named_after_its_input(relative: str, expected: str) -> None:
    assert output_names([relative], ".yaml") == [expected]


def test_names_that_a_file_system_may_take_for_the_same_are_numbered() -> None:
    names = ["Notice.txt", "notice.txt", "NOTICE.TXT", "e\u0301.txt", "é.txt"]
    expected = [
        "Notice.txt.json",
        "notice.txt~2.json",
        "NOTICE.TXT~3.json",
        "e\u0301.txt.json",
        "é.txt~2.json",
    ]
    assert output_names(names, ".json") == expected


def test_a_number_in_a_name_is_no_collision() -> None:
    assert output_names(["a", "a~2", "A"], "") == ["a", "a~2", "A~3"]


def test_long_names_are_cut_between_characters_and_stay_apart() -> None:
    first, second = output_names(["通" * 100 + "一.txt", "通" * 100 + "二.txt"], ".yaml")
    assert first != second
    assert max(len(name.encode()) for name in (first, second)) <= 205
    assert first.startswith("通" * 60)
