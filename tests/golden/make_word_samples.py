#!/usr/bin/env python3
"""Make the samples that are Word and WPS files.

    python tests/golden/make_word_samples.py          the docx files
    python tests/golden/make_word_samples.py --old    also the binary files, which LibreOffice writes of them

`word-automatic-city` is samples/services-plan-city.txt with its numbers left to the program and its
letterhead in a text box; `word-task-table-county` has its tasks in a table, with tracked changes, hidden text
and a footnote. Look at the expected records (CONTRIBUTING.md) after either changed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
sys.path.insert(0, str(ROOT / "tests"))

from word_files import (  # noqa: E402
    automatic_parts,
    cell,
    docx,
    merged,
    paragraph,
    run,
    table,
)

DELETED = '<w:del w:id="1" w:author="甲"><w:r><w:delText>{}</w:delText></w:r></w:del>'
INSERTED = '<w:ins w:id="2" w:author="甲">{}</w:ins>'
NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
PAGE = (
    f"<w:p>{run('— ')}{FIELD.format('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>"
    f"{FIELD.format('separate')}{run('1')}{FIELD.format('end')}{run(' —')}</w:p>"
)
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
FOOTER = '<w:sectPr><w:footerReference w:type="default" r:id="{}"/></w:sectPr>'

TASKS = """\
岚屿县人民政府办公室
关于印发岚屿县海岛码头整治提升实施方案的通知
岚政办发〔2024〕19号
各乡（镇）人民政府，县政府有关部门：
《岚屿县海岛码头整治提升实施方案》已经县政府同意，现印发给你们，请认真组织实施。
岚屿县人民政府办公室
2024年4月9日
岚屿县海岛码头整治提升实施方案
为改善海岛群众出行条件，制定本方案。
一、工作目标
"""


def text_box(*texts: str) -> str:
    """A text box as Word writes it, with the form for older programs beside it."""
    inner = f"<w:txbxContent>{''.join(map(paragraph, texts))}</w:txbxContent>"
    size = 'cx="5400000" cy="1440000"'
    anchor = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0"'
        ' locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:wrapTopAndBottom/><wp:docPr id="1" name="红头"/>'
    )
    shape = (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        f'<a:prstGeom prst="rect"/></wps:spPr><wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp>'
    )
    newer = f'{anchor}<a:graphic><a:graphicData uri="{SHAPE}">{shape}</a:graphicData></a:graphic></wp:anchor>'
    older = (
        f'<w:pict><v:shape style="width:425pt;height:113pt"><v:textbox>{inner}</v:textbox></v:shape></w:pict>'
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{newer}</w:drawing></mc:Choice>'
        f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def automatic_city(*, together: bool = True) -> bytes:
    lines = (SAMPLES / "services-plan-city.txt").read_text("utf-8").splitlines()
    letterhead = [line for line in lines[:3] if line]
    body, numbering = automatic_parts(lines[3:], together=together)
    head = f"<w:p>{text_box(*letterhead)}</w:p>"
    return docx(head + body + FOOTER.format("rId2"), numbering=numbering, footer1=PAGE)


def task_table_county() -> bytes:
    goal = (
        "<w:p>" + run("到2026年底，完成码头改造") + DELETED.format("12") + INSERTED.format(run("15"))
        + run("座") + NOTE + run("，群众满意率达到95%以上。") + run("（此处待核）", "<w:vanish/>") + "</w:p>"
    )  # fmt: skip
    wide = '<w:gridSpan w:val="5"/>'
    tasks = table(
        ["序号", "重点任务", "工作内容", "责任单位", "完成时限"],
        [cell("（一）改造码头", properties=wide)],
        [
            "1",
            merged("改造泊位"),
            "更换老旧趸船8艘，加固引桥600米。",
            merged("县交通运输局"),
            "2025年6月底前",
        ],
        ["2", merged(), "为全部码头配齐候船亭和无障碍坡道。", merged(), "2026年10月底前"],
        ["3", "配套岸电", "新建岸电设施20套。", cell("县发展和改革局", "国网岚屿供电公司"), "2025年底"],
        [cell("（二）规范运营", properties=wide)],
        [
            "4",
            "优化航班",
            "淡季每日不少于6班，旺季加密至10班。",
            "县交通运输局、各乡（镇）人民政府",
            "长期坚持",
        ],
    )
    measures = table(
        ["指标", "2023年", "2026年"], ["改造码头（座）", "3", "15"], ["岸电设施（套）", "0", "20"]
    )
    body = (
        "".join(map(paragraph, TASKS.splitlines()))
        + goal
        + measures
        + paragraph("二、任务分工")
        + tasks
        + paragraph("三、保障措施")
        + paragraph("（一）加强领导。成立工作专班，每季度调度一次。（县政府办公室负责）")
        + paragraph("（二）强化督导。对进度滞后的予以通报。（县政府督查室、县交通运输局负责）")
    )
    note = f'<w:footnote w:id="1">{paragraph("含在建码头2座。")}</w:footnote>'
    return docx(body + FOOTER.format("rId2"), footnotes=note, footer1=PAGE)


MADE = {"word-automatic-city.docx": automatic_city, "word-task-table-county.docx": task_table_county}


def by_libreoffice(data: bytes) -> bytes:
    """The file in the binary format of Word 97."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "sample.docx")
        source.write_bytes(data)
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", "doc:MS Word 97", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return source.with_suffix(".doc").read_bytes()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--old", action="store_true", help="make the binary files too; needs soffice")
    options = parser.parse_args()
    for name, make in MADE.items():
        (SAMPLES / name).write_bytes(make())
    if options.old:
        # LibreOffice cannot write into this format that a level counts on through the document.
        old = by_libreoffice(automatic_city(together=False))
        (SAMPLES / "word97-automatic-city.doc").write_bytes(old)
        (SAMPLES / "wps-task-table-county.wps").write_bytes(by_libreoffice(task_table_county()))


if __name__ == "__main__":
    main()
