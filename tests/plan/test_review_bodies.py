"""Findings that need the registry: one body under several names, names out of date, unknown names."""

from __future__ import annotations

import pytest

from planparse import extract
from planparse.pipeline import analyse_text

from ..support import notice


def reported(*owners: str, date: str = "2023年3月10日", codes: tuple[str, ...] = ()) -> list[str]:
    """Codes and messages about bodies in a plan whose measures close with these brackets."""
    lines = [f"{i}.建设站点。新建站点{i}个。（{each}）" for i, each in enumerate(owners, 1)]
    text = notice("一、主要任务\n" + "\n".join(lines)).replace("2023年3月10日", date)
    found = extract(text).findings or []
    return [
        f"{each.code} {each.message}" for each in found if each.code in ("PP411", "PP412", "PP413", "PP414")
    ]


class TestSeveralNames:
    def test_each_rarer_name_is_reported_once_beside_the_usual_one(self) -> None:
        found = reported(
            "县发改局负责",
            "县发展和改革局负责",
            "县发展和改革局牵头，县财政局配合",
            "县发展和改革委员会负责",
            "县发展和改革委员会配合，县发展和改革局牵头",
        )
        assert found == [
            "PP411 “县发改局”与“县发展和改革局”是同一单位，名称不一致",
            "PP411 “县发展和改革委员会”与“县发展和改革局”是同一单位，名称不一致",
        ]

    def test_it_points_at_both_places(self) -> None:
        text = notice(
            "一、任务\n1.建站点。新建8个。（县工信局负责）\n2.建平台。新建9个。（县工业和信息化局负责）"
        )
        (finding,) = [each for each in analyse_text(text).findings if each.code == "PP411"]
        (start, end), ((label,), key) = finding.spans[0], (finding.labels[0].spans, finding.labels[0].note)
        assert (text[start:end], text[slice(*label)], key) == ("县工业和信息化局", "县工信局", "usual")
        assert finding.node == "1.2"

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("县财政局", "县财政局"),
            ("县财政局", "青禾县财政局"),  # the place written out is no other name
            ("县财政局", "市财政局"),
            ("县财政局", "财政局"),
            ("县公安局", "县公安局交警大队"),
            ("县城管局", "县综合执法局"),  # the same function, perhaps two bodies
            ("各镇人民政府", "有关镇人民政府"),
            ("县工信局", "县工信局（县国资局）"),
            ("服务专班", "服务工作专班"),
        ],
    )
    def test_what_is_no_second_name(self, one: str, other: str) -> None:
        assert reported(f"{one}负责", f"{other}负责") == []


class TestOutdated:
    @pytest.mark.parametrize(
        ("name", "date", "found"),
        [
            (
                "人行青禾县支行",
                "2023年8月19日",
                [
                    "PP412 “人行青禾县支行”这一名称用到 2023-08-18 为止，"
                    "现为中国人民银行省（市）分行；县（市）支行撤销"
                ],
            ),
            ("人行青禾县支行", "2023年8月18日", []),
            ("县国税局", "2018年7月21日", ["PP412 “县国税局”这一名称用到 2018-07-20 为止，现为税务局"]),
            ("环境保护部", "2018年3月22日", ["PP412 “环境保护部”这一名称用到 2018-03-21 为止，现为生态环境"]),
            ("环境保护部", "2018年3月21日", []),
            ("县环保局", "2018年3月22日", []),
            (
                "县环保局",
                "2019年4月1日",
                ["PP413 “县环保局”这一名称可能已不用（约到 2019-03-31），现多为生态环境"],
            ),
            ("县生态环境局", "2023年3月10日", []),
        ],
    )
    def test_by_the_date_of_the_notice(self, name: str, date: str, found: list[str]) -> None:
        assert reported(f"{name}负责", date=date) == found

    def test_once_for_a_name(self) -> None:
        assert len(reported("县环保局负责", "县环保局负责")) == 1

    def test_the_year_of_the_number_counts_where_there_is_no_date(self) -> None:
        text = notice("一、任务\n1.建站点。新建8个。（县环保局负责）\n2.建平台。新建9个。（县财政局负责）")
        undated = text.replace("2023年3月10日\n", "")
        assert "PP413" in {each.code for each in extract(undated).findings or []}
        earlier = undated.replace("〔2023〕", "〔2019〕")  # perhaps of January
        assert "PP413" not in {each.code for each in extract(earlier).findings or []}


class TestUnregistered:
    def test_once_for_a_name(self) -> None:
        found = reported("县甲乙局负责", "县甲乙局牵头，县丙丁局配合", "县甲乙局、县财政局负责")
        assert found == ["PP414 机构名录里没有“县甲乙局”", "PP414 机构名录里没有“县丙丁局”"]

    def test_the_name_stays_as_written(self) -> None:
        plan = extract(notice("一、任务\n1.建站点。新建8个。（县甲乙局负责）")).to_dict()["plan"]
        (group,) = plan["sections"][0]["measures"][0]["responsibilities"]
        assert set(group["departments"][0]) == {"text", "name", "span"}

    def test_nothing_is_said_of_a_document_that_is_no_plan(self) -> None:
        text = (
            "青禾县停车管理办法\n第一章 总则\n第一条 为加强管理，制定本办法。（县甲乙局负责）\n"
            "第二条 本办法自2023年5月1日起施行。\n"
        )
        assert [each.code for each in extract(text).findings or [] if each.code == "PP414"] == []
