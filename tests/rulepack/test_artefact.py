"""The compiled form of the shipped rules: current, quick to load, and enough on its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planparse.rulepack import RulePack, RulePackError, artefact, load, load_rules
from planparse.rulepack.compile import compiled_text, main
from planparse.rulepack.folder import bytes_digest
from planparse.rulepack.overlay import overlay, read_shipped

Write = Callable[..., Path]

PACK = "name: base\nversion: 0.1.0\n"


def digest(write: Write, name: str, files: dict[str, str]) -> str:
    return read_shipped(str(write(name, {"pack.yaml": PACK, **files}))).sha256


def test_the_committed_artefact_is_current() -> None:
    folder = load.shipped_folder()
    assert folder is not None
    current = artefact.PATH.is_file() and artefact.PATH.read_text(encoding="utf-8") == compiled_text(folder)
    assert current, f"compiled.json does not match rules/: run {artefact.COMMAND}"


def test_the_shipped_patterns_pass_the_linter() -> None:
    folder = load.shipped_folder()
    assert folder is not None
    compiled_text(folder)  # raises with every mistake


@pytest.mark.parametrize(
    "files",
    [
        {
            "x.yaml": "# note\n- id: x.a\n  why: other\n  words:\n    甲: '1'\n    乙: '2'\n"
            "- {id: x.b, why: y, pattern: 丙}\n"
        },
        {"x.yaml": "- {id: x.b, pattern: '丙', why: y}\n- {words: {甲: '1', 乙: '2'}, id: x.a, why: y}\n"},
        {
            "x/1.yaml": "- {id: x.b, why: y, pattern: 丙}\n",
            "x/2.yaml": "- {id: x.a, why: y, words: {甲: '1', 乙: '2'}}\n",
        },
        {
            "x.yaml": "- {id: x.a, why: y, words: {甲: '1', 乙: '2'}, examples: [{text: 甲}]}\n"
            "- {id: x.b, why: y, pattern: 丙, counter_examples: [{text: 丁}]}\n"
        },
    ],
)
def test_the_digest_does_not_depend_on_how_rules_are_written(write: Write, files: dict[str, str]) -> None:
    plain = "- {id: x.a, why: y, words: {甲: '1', 乙: '2'}}\n- {id: x.b, why: y, pattern: 丙}\n"
    assert digest(write, "one", {"x.yaml": plain}) == digest(write, "two", files)


@pytest.mark.parametrize(
    "rule",
    [
        "{id: x.b, why: y, words: {甲: '1', 乙: '2'}}",
        "{id: x.a, why: y, words: {甲: '1', 乙: '3'}}",
        "{id: x.a, why: y, words: {乙: '2', 甲: '1'}}",
        "{id: x.a, why: y, words: {甲: '1'}}",
        "{id: x.a, why: y, words: [甲, 乙]}",
        "{id: x.a, why: y, pattern: 甲}",
        "{id: x.a, why: y, table: [{甲: '1', 乙: '2'}]}",
    ],
)
def test_the_digest_depends_on_what_rules_say(write: Write, rule: str) -> None:
    plain = "- {id: x.a, why: y, words: {甲: '1', 乙: '2'}}\n"
    assert digest(write, "one", {"x.yaml": plain}) != digest(write, "two", {"x.yaml": f"- {rule}\n"})


@pytest.fixture
def shipped(base_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The small base pack in the place of the shipped rules; yields the path of its artefact."""
    path = tmp_path / "compiled.json"
    monkeypatch.setattr(artefact, "PATH", path)
    monkeypatch.setattr(load, "shipped_folder", lambda: str(base_folder))
    monkeypatch.setattr("planparse.rulepack.compile.shipped_folder", lambda: str(base_folder))
    load._shipped.cache_clear()
    yield path
    load._shipped.cache_clear()


def same(one: RulePack, other: RulePack) -> bool:
    """Whether two packs say the same, reasons and examples aside."""
    return (one.name, one.version, one.sha256) == (other.name, other.version, other.sha256) and all(
        (one.rules[name].words, one.rules[name].pattern, one.rules[name].table, one.rules[name].line)
        == (rule.words, rule.pattern, rule.table, rule.line)
        for name, rule in other.rules.items()
    )


def test_the_compiled_form_says_what_the_files_say(shipped: Path, base: RulePack) -> None:
    assert main() == 0
    pack = load_rules()
    assert same(pack, base)
    assert list(pack.rules) == list(base.rules)
    assert pack.rules["roles.words"].why == ""  # read from the compiled form, not from YAML


def test_an_edited_file_is_read_itself(shipped: Path, base_folder: Path) -> None:
    main()
    rules = base_folder / "roles.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("会同", "协同"), encoding="utf-8")
    assert load_rules().words("roles.joints") == {"协同": "", "商": ""}


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"rules": [{"id": "a.b"}]}', '{"rules": 3}'])
def test_a_broken_compiled_form_is_passed_over(shipped: Path, base: RulePack, content: str) -> None:
    shipped.write_text(content, encoding="utf-8")
    assert same(load_rules(), base)


def test_without_the_files_the_compiled_form_serves_alone(
    shipped: Path, base: RulePack, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    main()
    monkeypatch.setattr(load, "shipped_folder", lambda: None)
    assert same(load_rules(), base)
    folder = write("mine", {"roles.yaml": "- {id: roles.words, why: y, words: {主责: lead}}\n"})
    pack = load_rules(folder)
    assert same(pack, overlay(base, str(folder)))
    assert "主责" in (pack.rules["roles.closing"].pattern or "")


@pytest.mark.parametrize("examples", [True, False])
def test_without_either_there_is_an_error(
    shipped: Path, monkeypatch: pytest.MonkeyPatch, examples: bool
) -> None:
    monkeypatch.setattr(load, "shipped_folder", lambda: None)
    with pytest.raises(RulePackError, match=r"^rules: expected the shipped rules, found neither pack\.yaml"):
        load_rules(examples=examples)


def test_examples_come_from_the_files(shipped: Path) -> None:
    main()
    assert load_rules(examples=True).rules["roles.words"].examples[0].text == "测试任务。（市甲局负责）"


def test_the_shipped_rules_are_loaded_once(shipped: Path) -> None:
    main()
    assert load_rules() is load_rules()


def test_a_mistake_in_the_rules_leaves_the_artefact_alone(
    shipped: Path, base_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main()
    before = shipped.read_bytes()
    (base_folder / "x.yaml").write_text("- {id: x.a, why: y, pattern: '甲.*'}\n", encoding="utf-8")
    assert main() == 2
    assert shipped.read_bytes() == before
    message = "rules/x.yaml:1: x.a: unbounded repeat of any character in .*: say [^…]{0,N}\n"
    assert capsys.readouterr().err == message


def test_the_same_files_give_the_same_artefact(shipped: Path) -> None:
    main()
    before = shipped.read_bytes()
    main()
    assert shipped.read_bytes() == before
    assert json.loads(before)["name"] == "base"


@pytest.mark.parametrize(
    "change",
    [
        {"roles.yaml": "- {id: roles.a, why: y, words: [甲]}\n "},
        {"roles.yaml": "", "more.yaml": "- {id: roles.a, why: y, words: [甲]}\n"},
        {"roles.yaml": "- {id: roles.a, why: y, words: [甲]}\n", "x/y.yaml": ""},
    ],
)
def test_any_change_of_names_or_bytes_is_noticed(write: Write, change: dict[str, str]) -> None:
    before = bytes_digest(str(write("one", {"roles.yaml": "- {id: roles.a, why: y, words: [甲]}\n"})))
    assert bytes_digest(str(write("two", change))) != before


@pytest.mark.parametrize(("rules", "found"), [("_rules", True), ("../rules", False), ("other", False)])
def test_an_installed_package_looks_for_rules_inside_itself_only(
    tmp_path: Path, rules: str, found: bool
) -> None:
    package = tmp_path / "site" / "planparse"
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(Path(load.__file__).parent, package / "rulepack", ignore=ignore)
    (package / "__init__.py").touch()
    folder = package / rules
    folder.mkdir()
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    code = "from planparse.rulepack.load import shipped_folder; print(shipped_folder())"
    environment = {**os.environ, "PYTHONPATH": str(package.parent)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout.strip() == (str(folder) if found else "None")


def test_an_ordinary_start_reads_no_yaml_and_validates_nothing() -> None:
    code = (
        "import sys; from planparse.rulepack import load_rules; load_rules();"
        "print(*sorted({'yaml', 'pydantic', 'regex'} & set(sys.modules)))"
    )
    folder = load.shipped_folder()
    compiled = artefact.read()
    assert folder is not None
    assert compiled is not None and compiled.files_sha256 == bytes_digest(folder), f"run {artefact.COMMAND}"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout.strip() == ""
