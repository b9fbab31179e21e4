"""Names that bodies had before, and what followed them."""

from __future__ import annotations

import pytest

from .test_bodies import CITY, meaning


@pytest.mark.parametrize(
    ("name", "body", "successor"),
    [
        ("市国土局", "natres", "自然资源"),
        ("市环保局", "ecology", "生态环境"),
        ("市农委", "agri", "农业农村"),
        ("市卫计委", "health", "卫生健康"),
        ("市安监局", "emergency", "应急管理"),
        ("市工商局", "market", "市场监督管理"),
        ("市扶贫办", "rural_revital", "乡村振兴局"),
        ("市国税局", "tax", "税务局"),
        ("人行临澜中心支行", "pboc", "中国人民银行省（市）分行；县（市）支行撤销"),
        ("临澜银保监分局", "nfra", "国家金融监督管理总局（监管局、监管分局、监管支局）"),
        ("市旅发委", "culture_tour", "文化和旅游"),
    ],
)
def test_former_names_say_what_followed_them(name: str, body: str, successor: str) -> None:
    found = meaning(name, CITY)
    assert found.former is not None
    assert (found.body, found.former.successor) == (body, successor)


@pytest.mark.parametrize(
    "name", ["市财政局", "人行临澜市分行", "市文旅局", "市林业局", "市粮食局", "市规划和自然资源局"]
)
def test_present_names_are_not_former(name: str) -> None:
    assert meaning(name, CITY).former is None
