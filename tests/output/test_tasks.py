"""One body's tasks: who is meant by a name, which measures are found, what a table says of them."""

from __future__ import annotations

import csv
import io
import json

import pytest

from planparse import Document, extract, load_rules
from planparse.output.tasks import COLUMNS, Task, Wanted, tasks_of, write_csv, write_json

from ..support import notice

RULES = load_rules()


def found(text: str, wanted: str, file: str = "a.txt") -> list[Task]:
    document: Document = extract(text)
    return tasks_of(document, text, file, Wanted(wanted, document, RULES))


def measures(text: str, wanted: str) -> list[str]:
    return [f"{task.id} {task.role} {task.via} {task.name}" for task in found(text, wanted)]


def named(name: str, wanted: str) -> bool:
    """Whether a plan of 青禾县 whose measure `name` answers for has a task for the body wanted."""
    text = notice(f"一、任务\n1.建站点。新建站点8个。（{name}负责）\n2.建平台。新建平台9个。（县乡愁局负责）")
    return bool(measures(text, wanted))


@pytest.mark.parametrize(
    ("name", "wanted", "same"),
    [
        ("县财政局", "县财政局", True),
        ("县财政局", "财政局", True),
        ("县财政局", "青禾县财政局", True),
        ("县财政局", "市财政局", False),
        ("县财政局", "霁原县财政局", False),
        ("市财政局", "财政局", True),
        ("县发改局", "县发展和改革委员会", True),
        ("县教体局", "县体育局", True),
        ("县教体局", "县教育局", True),
        ("县教育局", "县体育局", False),
        ("县工信局（县国资局）", "县国资局", True),
        ("县自然资源局", "县自然资源和规划局", True),
        ("县公安局", "县公安局交警大队", False),
        ("县公安局交警大队", "县公安局", False),
        ("县公安局交警大队", "县交警大队", True),
        ("人行青禾县支行", "人民银行青禾县支行", True),
        ("人行青禾县支行", "县人行", True),
        ("县妇女联合会", "县妇联", True),
        ("团县委", "共青团青禾县委员会", True),
        ("县政府", "县人民政府", True),
        ("物流专班", "物流专班", True),
        ("物流专班", "商贸专班", False),
        ("移动青禾分公司", "联通青禾分公司", False),
        ("县甲乙局", "县甲乙局", True),
        ("县甲乙局", "甲乙局", False),
        ("各镇人民政府", "各镇人民政府", True),
        ("各镇人民政府", "有关镇人民政府", False),
    ],
)
def test_any_name_of_a_body(name: str, wanted: str, same: bool) -> None:
    assert named(name, wanted) is same


def test_a_body_owns_a_measure_itself_by_its_heading_or_by_a_convention() -> None:
    text = notice(
        "一、服务（县民政局牵头负责。列第一位者为牵头单位，下同）\n"
        "1.建食堂。新建食堂8个。（县财政局、县民政局负责）\n"
        "2.建驿站。新建驿站9个。（县民政局、县财政局负责）\n"
        "二、保障\n"
        "3.建平台。新建平台3个。（县财政局负责）\n"
    )
    assert measures(text, "县民政局") == [
        "1.1 responsible own 县民政局",
        "1.1 lead section 县民政局",
        "1.2 lead convention 县民政局",
    ]
    assert measures(text, "县财政局") == [
        "1.1 lead convention 县财政局",
        "1.2 responsible own 县财政局",
        "2.3 responsible own 县财政局",
    ]


def test_what_a_task_says() -> None:
    text = notice("一、养老服务\n1.建食堂。2023年6月底前新建食堂20个以上。（县民政局牵头，县财政局配合）")
    (task,) = found(text, "财政局", "通知/甲.txt")
    line = text[: text.index("1.建食堂")].count("\n") + 1
    assert task == Task(
        file="通知/甲.txt",
        line=line,
        notice="青禾县人民政府关于印发青禾县服务提升2023年行动计划的通知",
        number="青政发〔2023〕7号",
        id="1.1",
        section="养老服务",
        measure="建食堂",
        text="2023年6月底前新建食堂20个以上。",
        name="县财政局",
        role="support",
        role_text="配合",
        via="own",
        targets=("食堂 20个以上",),
        deadlines=("2023年6月底前 (2023-06-30)",),
    )


def test_each_notice_says_whose_市_it_is() -> None:
    """A county-level city's 市财政局 is not that of its prefecture."""
    body = "行动计划\n一、任务\n1.建站点。新建8个。（市财政局、昆明市财政局负责）\n"
    head = "青禾市人民政府\n关于印发行动计划的通知\n各镇：\n根据昆明市委部署，印发。\n"
    own = f"{head}青禾市人民政府\n2023年3月1日\n{body}"
    assert [task.name for task in found(own, "市财政局")] == ["市财政局"]
    assert [task.name for task in found(own, "昆明市财政局")] == ["昆明市财政局"]
    assert [task.name for task in found(own, "青禾市财政局")] == ["市财政局"]


def test_a_document_without_a_plan_has_no_tasks() -> None:
    assert found("", "县财政局") == []


def task(**values: object) -> Task:
    empty: dict[str, object] = dict.fromkeys(COLUMNS, "")
    return Task(**{**empty, "line": 3, "targets": (), "deadlines": (), **values})  # type: ignore[arg-type]


def test_json_leaves_out_what_the_text_lacks() -> None:
    (row,) = json.loads(write_json([task(file="甲.txt", role="lead", targets=("食堂 20个",))]))
    assert row == {"file": "甲.txt", "line": 3, "role": "lead", "targets": ["食堂 20个"]}


def test_csv_has_a_row_for_each_task_and_no_formula() -> None:
    rows = list(
        csv.reader(
            io.StringIO(
                write_csv(
                    [
                        task(measure='=HYPERLINK("x")', targets=("-5%", "+3个")),
                        task(text='一行\n又一行，“引”"'),
                    ],
                    COLUMNS,
                )
            )
        )
    )
    first, second = (dict(zip(rows[0], row, strict=True)) for row in rows[1:])
    assert (first["measure"], first["targets"], first["line"]) == ('\'=HYPERLINK("x")', "'-5%；+3个", "3")
    assert second["text"] == '一行\n又一行，“引”"'
