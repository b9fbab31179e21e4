"""The head of a notice that is one line: what blanks part in it."""

from __future__ import annotations


def test_blanks_inside_a_date_part_nothing(structure) -> None:
    read = structure(
        "云溪市人民政府关于印发云溪市 2023 年工作计划的通知 各县人民政府： 《云溪市 2023 年工作计划》"
        "已经市政府同意，现印发给你们。 云溪市人民政府 2023 年 3 月 1 日 云溪市 2023 年工作计划 一、任务 "
        "1.建设平台。新建基站40个。（市甲局负责） 2.培训人员。举办培训班3期。（市乙局负责）"
    )
    assert str(read.elements.dates["date"]) == "2023-03-01"
    assert read.values("plan_title") == ["云溪市2023年工作计划"]
