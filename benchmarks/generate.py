"""Notices made up from the vocabulary of the samples: as many as wanted, the same ones for a seed.

python benchmarks/generate.py FOLDER [--count 10000] [--seed 1]
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

CHINESE = "一二三四五六七八九十"
PLACES = ("临澜市", "清浦县", "东澄区", "云岚州", "河湾市", "北沚县")
SUBJECTS = ("养老托育服务提升", "便民服务", "数字经济发展", "粮食安全保障", "文化遗产保护", "营商环境优化")
SECTIONS = (
    "增加服务供给",
    "完善基础设施",
    "培育市场主体",
    "加强人才队伍建设",
    "强化资金保障",
    "健全工作机制",
)
BODIES = (
    "发展改革委", "教育局", "科技局", "工信局", "民政局", "财政局", "人社局", "自然资源局", "住建局",
    "交通运输局", "水利局", "农业农村局", "商务局", "文化和旅游局", "卫生健康委", "市场监管局", "税务局",
)  # fmt: skip
TITLES = (
    "建设社区食堂", "培训护理人员", "推动医养签约", "改造老旧小区", "培育龙头企业", "建设产业园区",
    "扩大金融支持", "发展乡村旅游", "推进数字政务", "完善充电设施", "保护历史建筑", "加强粮食储备",
)  # fmt: skip
SENTENCES = (
    "{year}年底前新建{things}{n}{unit}以上，方便群众就近使用。",
    "全年培训技术人员{n}人次，提高服务水平。",
    "力争到{year}年，{rate}达到{p}%以上。",
    "对新认定的企业给予最高{n}万元的一次性奖励。",
    "支持各地因地制宜开展试点，总结推广成功做法。",
    "按照《关于促进消费的若干措施》（某政办发〔2023〕{k}号）要求抓好落实。",
    "总投资{n}亿元，分{k}期实施，{year}年12月底前完成主体工程。",
    "建立联席会议制度，每季度调度一次进展情况。",
)
THINGS = (("社区食堂", "个"), ("充电桩", "台"), ("冷库", "座"), ("5G基站", "个"), ("高标准农田", "亩"))
RATES = ("签约率", "覆盖率", "城镇化率", "垃圾分类处理率")


def notice(random: random.Random) -> str:
    """One notice of three to six sections with three to nine measures each."""
    place, subject = random.choice(PLACES), random.choice(SUBJECTS)
    year = random.randint(2019, 2025)
    title = f"{place}{subject}行动计划（{year}—{year + 2}年）"
    issuer = f"{place}人民政府办公室"
    lines = [
        f"{issuer}关于印发{title}的通知",
        f"{place[0]}政办发〔{year}〕{random.randint(1, 99)}号",
        "",
        "各乡镇人民政府，各有关单位：",
        f"《{title}》已经政府同意，现印发给你们，请认真组织实施。",
        issuer,
        f"{year}年{random.randint(1, 12)}月{random.randint(1, 28)}日",
        "",
        title,
        f"为推进{subject}，制定本计划。",
    ]
    number = 0
    for section, name in enumerate(random.sample(SECTIONS, random.randint(3, 6))):
        lines.append(f"{CHINESE[section]}、{name}")
        for _ in range(random.randint(3, 9)):
            number += 1
            lines.append(measure(random, number, place[-1], year))
    return "\n".join([*lines, f"本计划自印发之日起施行，有效期至{year + 2}年12月31日。", ""])


def measure(random: random.Random, number: int, level: str, year: int) -> str:
    chosen = random.sample(SENTENCES, random.randint(1, 3))
    text = "".join(sentence.format(**values(random, year)) for sentence in chosen)
    bodies = [f"{level}{body}" for body in random.sample(BODIES, random.randint(2, 5))]
    owners = f"{bodies[0]}牵头，{'、'.join(bodies[1:])}配合"
    return f"{number}.{random.choice(TITLES)}。{text}（{owners}）"


def values(random: random.Random, year: int) -> dict[str, object]:
    things, unit = random.choice(THINGS)
    return {
        "year": year + random.randint(0, 2),
        "things": things,
        "unit": unit,
        "n": random.randint(2, 500),
        "k": random.randint(2, 40),
        "p": random.randint(50, 99),
        "rate": random.choice(RATES),
    }


def generate(folder: Path, count: int, seed: int) -> None:
    """Write `count` notices, a thousand to a folder."""
    for number in range(count):
        path = folder / f"{number // 1000:03}" / f"通知{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(notice(random.Random(seed * 1_000_003 + number)), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    generate(options.folder, options.count, options.seed)


if __name__ == "__main__":
    main()
