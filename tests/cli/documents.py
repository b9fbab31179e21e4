"""Records built by hand, for tests of what is done with them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from planparse.records import (
    Convention,
    Deadline,
    Department,
    Document,
    DocumentNumber,
    Measure,
    Notice,
    Plan,
    Responsibility,
    RulesUsed,
    Section,
    Source,
    Target,
)


def group(role: Any, *names: str, open: bool | None = None) -> Responsibility:
    departments = [Department(text=name, name=name) for name in names]
    return Responsibility(role=role, role_text="", open=open, departments=departments)


def document(plan: Plan | None = None, notice: Notice | None = None) -> Document:
    source = Source(name="通知.txt", format="text", encoding="utf-8", sha256="0" * 64, characters=9)
    used = RulesUsed(name="planparse", version="0.1.0", sha256="0" * 64)
    return Document(source=source, rules=used, notice=notice, plan=plan)


def classified() -> Document:
    """A notice that bears a security mark."""
    return document(notice=Notice(security="机密", spans={"security": [(0, 2)]}))


def elderly_care() -> Document:
    """A small plan with every thing that is shown."""
    canteen = Measure(
        id="1.1",
        label="1.",
        number=1,
        title="建设社区食堂",
        text="2024年底前新建社区食堂20个以上，由县里统一验收。",
        responsibilities=[group("lead", "市民政局"), group("support", "市财政局", "市商务局", open=True)],
        targets=[
            Target(
                text="20个以上",
                value=20,
                unit="个",
                comparator=">=",
                indicator="社区食堂",
                due=dt.date(2024, 12, 31),
            )
        ],
        deadlines=[Deadline(text="2024年底前", kind="by", end=dt.date(2024, 12, 31))],
    )
    staff = Measure(
        id="1.2",
        label="2.",
        number=2,
        text="压减备案时间，由36个工作日压减至24个工作日，同时选取1—2个街道先行先试，总结经验。",
        targets=[
            Target(
                text="24个工作日",
                value=24,
                baseline=36,
                unit="个工作日",
                comparator="=",
                indicator="备案时间",
            ),
            Target(text="1—2个", value=1, value_max=2, unit="个", comparator="range", indicator="街道"),
            Target(text="5：3：2", ratio=[5, 3, 2], comparator="ratio"),
        ],
    )
    supply = Section(
        id="1",
        level=1,
        label="一、",
        number=1,
        title="增加服务供给",
        responsibilities=[group("responsible", "市卫健委")],
        measures=[canteen, staff],
    )
    return document(
        Plan(title="临澜市养老托育服务提升行动计划", kind="plan", sections=[supply]),
        Notice(
            issuers=["临澜市人民政府办公室"],
            document_number=DocumentNumber(text="临澜政办发〔2024〕12号"),
            title="临澜市人民政府办公室关于印发提升行动计划的通知",
            date=dt.date(2024, 3, 5),
        ),
    )


def first_leads() -> Document:
    """A plan in which a sentence makes the first body the lead."""
    measure = Measure(
        id="1", title="改造管网", responsibilities=[group("unspecified", "市住建局", "市水务局")]
    )
    convention = Convention(kind="first_listed_leads", text="列第一位者为牵头单位，下同")
    return document(Plan(kind="plan", conventions=[convention], measures=[measure]))


def hostile(value: str) -> Document:
    """The value wherever text of the document is shown."""
    measure = Measure(
        id="1",
        title=value,
        responsibilities=[group("lead", value)],
        targets=[Target(text=value, comparator="=", indicator=value, unit=value, value=1)],
        deadlines=[Deadline(text=value, kind="ongoing")],
    )
    section = Section(id="2", level=1, label=value, title=value, measures=[])
    notice = Notice(title=value, issuers=[value], document_number=DocumentNumber(text=value))
    return document(Plan(title=value, kind="plan", measures=[measure], sections=[section]), notice)


def many(measures: int) -> Document:
    body = [
        Measure(
            id=f"1.{n}", title="修缮文化站", responsibilities=[group("responsible", "县文旅局", "县财政局")]
        )
        for n in range(1, measures + 1)
    ]
    section = Section(id="1", level=1, label="一、", title="保护文物", measures=body)
    return document(Plan(title="文物保护方案", kind="plan", sections=[section]))
