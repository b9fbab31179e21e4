"""Records made by hand, for tests of what records write and answer."""

from __future__ import annotations

from typing import Any

from planparse.records import (
    Document,
    RulesUsed,
    Source,
)

SOURCE = Source(name="甲.txt", format="text", encoding="utf-8", sha256="0" * 64, characters=900)
RULES = RulesUsed(name="planparse", version="0.1.0", sha256="f" * 64)


def document(**fields: Any) -> Document:
    return Document.model_validate({"source": SOURCE, "rules": RULES, **fields})


def plan_of(*measures: dict[str, Any], **fields: Any) -> Document:
    return document(plan={"kind": "plan", "measures": list(measures), **fields})


def body(name: str) -> dict[str, Any]:
    return {"text": name, "name": name}


def group(role: str, *names: str, role_text: str = "", **fields: Any) -> dict[str, Any]:
    return {"role": role, "role_text": role_text, "departments": [body(name) for name in names], **fields}


def full_document() -> Document:
    """Every kind of record once."""
    measure = {
        "id": "1.1",
        "label": "1.",
        "number": 1,
        "title": "建设数据中心",
        "text": "新建机架1200架。\n按5：2：3分担。",
        "responsibilities": [
            {
                **group("lead", "市甲局", role_text="牵头"),
                "open": True,
                "applies_to": [[40, 70]],
                "span": [[60, 69]],
                "rule": "responsibility.closing-bracket",
            }
        ],
        "targets": [
            {
                "text": "1200架",
                "value": 1200,
                "unit": "架",
                "comparator": "=",
                "due": "2023-12-31",
                "rule": "q",
            }
        ],
        "standards": [{"text": "5：2：3", "ratio": [5, 2, 3], "comparator": "ratio", "kind": "split"}],
        "deadlines": [{"text": "2023年底", "kind": "by", "end": "2023-12-31", "span": [[1, 7]]}],
        "references": [
            {"title": "甲规划", "relation": "cites", "document_number": {"text": "临政发〔2021〕9号"}}
        ],
        "items": [{"label": "①", "text": "选址。", "span": [[50, 54]]}],
        "spans": {"label": [[40, 42]]},
        "span": [[40, 70]],
    }
    return document(
        notice={
            "issuers": ["临澜市人民政府"],
            "date": "2023-02-01",
            "copies": 80,
            "spans": {"date": [[800, 809]]},
        },
        plan={
            "kind": "plan",
            "period": {"start": "2023-01-01", "end": "2023-12-31"},
            "preamble": {"text": "为推进建设，制定本方案。", "span": [[10, 22]]},
            "conventions": [{"kind": "first_listed_leads", "text": "列首位者牵头", "span": [[30, 36]]}],
            "sections": [
                {"id": "1", "level": 1, "title": "基础设施", "measures": [measure], "span": [[36, 70]]}
            ],
            "closing": {"text": "自印发之日起施行。"},
            "attachments": [{"title": "分工表", "text": "一\n二\n"}],
        },
        findings=[{"code": "PP403", "name": "role-word-missing", "severity": "warning", "message": "缺"}],
    )
