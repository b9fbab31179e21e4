from __future__ import annotations

import pytest

import planparse
from planparse.batch.mapping import map_notice

NOTICE = """测试市人民政府办公室关于印发测试市便民服务行动计划的通知
测政办发〔2023〕8号
各县人民政府：
现印发给你们。
测试市人民政府办公室
2023年3月1日
测试市便民服务行动计划
一、重点任务
1.建设食堂。新建社区食堂8个。（市民政局负责）
"""


def test_bytes_become_a_row_and_a_record_as_extract_makes_it() -> None:
    found = map_notice(NOTICE.encode("gbk"), "市/通知.txt")
    record = found.pop("record")
    assert record == planparse.extract_bytes(NOTICE.encode("gbk"), name="通知.txt").to_json()
    assert found == {
        "path": "市/通知.txt",
        "status": "converted",
        "title": "测试市人民政府办公室关于印发测试市便民服务行动计划的通知",
        "document_number": "测政办发〔2023〕8号",
        "date": "2023-03-01",
        "jurisdiction": "测试市",
        "kind": "plan",
        "plan": "测试市便民服务行动计划",
        "sections": 1,
        "measures": 1,
        "responsibilities": 1,
        "targets": 1,
        "standards": 0,
        "deadlines": 0,
        "references": 0,
        "errors": 0,
        "warnings": 0,
        "infos": 1,
    }  # fmt: skip  (the info: an encoding that is stated nowhere)


def test_provenance_can_be_left_out() -> None:
    assert '"span"' not in map_notice(NOTICE.encode(), provenance=False)["record"]


FAILURES = {
    "nothing to parse": (b"", {}, "PP001"),
    "no text": (b"\x89PNG\r\n\x1a\n0000", {}, "PP003"),
    "classified, and refused": (f"机密\n{NOTICE}".encode(), {"refuse_classified": True}, "PP011"),
}


@pytest.mark.parametrize(("data", "options", "reason"), FAILURES.values(), ids=FAILURES)
def test_what_gives_no_record_says_why(data: bytes, options: dict[str, bool], reason: str) -> None:
    found = map_notice(data, "x.txt", **options)
    assert (found["path"], found["status"], found["reason"]) == ("x.txt", "failed", reason)
    assert "record" not in found


@pytest.mark.parametrize(
    ("error", "reason", "detail"),
    [
        (ZeroDivisionError("by zero"), "internal", "ZeroDivisionError: by zero"),
        (MemoryError(), "memory", "more memory than a worker may take"),
    ],
)
def test_an_error_is_a_row(
    monkeypatch: pytest.MonkeyPatch, error: Exception, reason: str, detail: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("planparse.pipeline.extract_bytes", fail)
    found = map_notice(b"x", "x.txt")
    assert found == {"path": "x.txt", "status": "failed", "reason": reason, "detail": detail}
