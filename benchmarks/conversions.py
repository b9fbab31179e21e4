"""Do the same notices give the same records as PDF files and web pages?

    python benchmarks/conversions.py [--keep DIR] [--corpus] [--verbose FORM]

Sets each annotated notice beside the checkout as an office sets it (title centred, paragraphs indented by
two characters, page numbers below), has LibreOffice and Chromium write it as PDF and HTML, extracts, and
prints the score of each form beside that of the text, and what a warm extraction takes. Nothing is kept
unless asked for. Needs `soffice` and `chromium` on the PATH, and a Chinese font.
"""

from __future__ import annotations

import argparse
import html
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from timing import ROOT, SHARED, milliseconds

sys.path.insert(0, str(ROOT / "src"))

Paragraph = tuple[str, str]  # style, text

STYLES = {
    "title": ("center", "0", "22pt", "bold"),
    "plain": ("left", "0", "16pt", "normal"),
    "right": ("right", "0", "16pt", "normal"),
    "text": ("justify", "2em", "16pt", "normal"),
    "heading": ("justify", "2em", "16pt", "bold"),
}
_MARKDOWN = re.compile(r"^\s*#+\s|\*\*")  # an office would not print the marks
_DATE = re.compile(r"\s*(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s*")


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Each line of a notice with the style that an office would give it."""
    lines = text.splitlines()
    body = False
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else ""
        bare = _MARKDOWN.sub("", line).strip()
        if bare.endswith(("：", ":")) and len(bare) > 4:
            yield "plain", bare
            body = True
        elif _DATE.fullmatch(line) or (_DATE.fullmatch(following) and bare):
            yield "right", bare
            body = False
        elif not body and len(bare) <= 40 and not bare.endswith(("。", "；")):
            yield "title", bare
        else:
            body = body or bool(bare)
            yield ("heading" if re.match(r"[一二三四五六七八九十]+、.{1,30}$", bare) else "text"), bare


def web_page(found: list[Paragraph], *, indented: bool = True) -> str:
    rules = "".join(
        f"p.{name}{{text-align:{align};text-indent:{indent if indented else 0};"
        f"font-size:{size};font-weight:{weight}}}"
        for name, (align, indent, size, weight) in STYLES.items()
    )
    margins = "margin:0;line-height:28pt" if indented else "margin:0 0 12pt;line-height:26pt"
    lines = "\n".join(f'<p class="{style}">{html.escape(text)}</p>' for style, text in found)
    return (
        '<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>notice</title><style>'
        "@page{size:A4;margin:37mm 26mm 35mm 28mm}body{font-family:'Noto Serif CJK SC'}"
        f"p{{{margins}}}{rules}</style></head><body>\n{lines}\n</body></html>"
    )


def portal_page(found: list[Paragraph]) -> str:
    """The notice as a website shows it, with menus, a table of keys and values, and links."""
    menu = "".join(f"<li><a href='/{i}'>栏目{i}</a></li>" for i in range(30))
    lines = "".join(
        f'<p class="MsoNormal" style="text-indent:2em"><span style="font-size:16px"><span lang="EN-US">'
        f"{html.escape(text)}<o:p></o:p></span></span></p>"
        for _, text in found
    )
    return (
        '<!DOCTYPE html><html><head><meta charset="gb2312"><title>政策 - 门户网站</title></head><body>'
        f"<div class='nav'><ul>{menu}</ul></div>"
        "<div>当前位置：<a href='/'>首页</a> &gt; <a href='/z'>政策</a></div>"
        "<table><tr><td>索引号：</td><td>X-2022-1</td><td>主题分类：</td><td>综合</td></tr></table>"
        f'<div class="article"><div class="TRS_Editor">{lines}</div></div>'
        "<div class='footer'><p>主办单位：某市人民政府办公室　版权所有，未经许可，不得转载。</p></div>"
        "</body></html>"
    )


def office_document(found: list[Paragraph]) -> str:
    """A flat OpenDocument file: A4, the margins of GB/T 9704, page numbers in the footer."""
    styles = "".join(
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties '
        f'fo:text-align="{align}" fo:text-indent="{"32pt" if indent == "2em" else "0pt"}" '
        'fo:line-height="28pt" style:justify-single-word="false"/><style:text-properties '
        f'style:font-name-asian="Noto Serif CJK SC" fo:font-size="{size}" style:font-size-asian="{size}" '
        f'style:font-weight-asian="{weight}"/></style:style>'
        for name, (align, indent, size, weight) in STYLES.items()
    )
    lines = "".join(
        f'<text:p text:style-name="{style}">{html.escape(text)}</text:p>' for style, text in found
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{uri}:1.0"'
        for name, uri in (
            ("office", "office"),
            ("style", "style"),
            ("text", "text"),
            ("fo", "xsl-fo-compatible"),
            ("svg", "svg-compatible"),
        )
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:font-face-decls><style:font-face '
        'style:name="Noto Serif CJK SC" svg:font-family="\'Noto Serif CJK SC\'"/></office:font-face-decls>'
        f'<office:automatic-styles>{styles}<style:page-layout style:name="a4"><style:page-layout-properties '
        'fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="37mm" fo:margin-bottom="20mm" '
        'fo:margin-left="28mm" fo:margin-right="26mm"/><style:footer-style/></style:page-layout>'
        '</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" '
        'style:page-layout-name="a4"><style:footer><text:p text:style-name="title">'
        "— <text:page-number/> —</text:p>"
        f"</style:footer></style:master-page></office:master-styles><office:body><office:text>{lines}"
        "</office:text></office:body></office:document>"
    )


def libreoffice(source: Path, form: str, folder: Path) -> None:
    profile = folder.parent / "profile"
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", form]
    command += ["--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def chromium(source: Path, target: Path) -> None:
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--print-to-pdf-no-header"]
    command += ["--no-pdf-header-footer", f"--print-to-pdf={target}", f"file://{source}"]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def convert(name: str, text: str, work: Path) -> None:
    """Write the forms of one notice, each in a folder of its own."""
    found = list(paragraphs(text))
    folders = {form: work / form for form in FORMS}
    for folder in folders.values():
        folder.mkdir(exist_ok=True)
    (folders["text"] / f"{name}.txt").write_text(text, "utf-8")
    (folders["own html"] / f"{name}.html").write_text(web_page(found), "utf-8")
    (folders["portal html"] / f"{name}.html").write_text(portal_page(found), "utf-8")
    office = work / f"{name}.fodt"
    office.write_text(office_document(found), "utf-8")
    libreoffice(office, "pdf", folders["LibreOffice pdf"])
    libreoffice(office, "html:HTML (StarWriter)", folders["LibreOffice html"])
    chromium(folders["own html"] / f"{name}.html", folders["Chromium pdf"] / f"{name}.pdf")
    plain = work / f"{name}.plain.html"
    plain.write_text(web_page(found, indented=False), "utf-8")
    chromium(plain, folders["Chromium pdf, no indent"] / f"{name}.pdf")


FORMS = (
    "text",
    "own html",
    "portal html",
    "LibreOffice html",
    "LibreOffice pdf",
    "Chromium pdf",
    "Chromium pdf, no indent",
)


def score(folder: Path, verbose: bool) -> tuple[float, float]:
    """The scorer's mean of one form, and the milliseconds of a warm extraction, median of the notices."""
    import planparse

    with tempfile.TemporaryDirectory() as scratch:
        gold, records = Path(scratch, "gold"), Path(scratch, "records")
        gold.mkdir()
        records.mkdir()
        times = []
        for path in sorted(folder.iterdir()):
            document = planparse.extract_file(path)
            times.append(min(milliseconds(lambda path=path: planparse.extract_file(path)) for _ in range(5)))  # type: ignore[misc]
            (records / f"{path.stem}.json").write_text(document.to_json(), "utf-8")
            shutil.copy(SHARED / "gold" / f"{path.stem}.yaml", gold)
        shutil.copy(SHARED / "gold" / "bodies.csv", gold)
        command = [sys.executable, str(SHARED / "score" / "score.py"), str(gold), str(records)]
        command += ["--verbose"] * verbose
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if verbose:
        print(done.stdout)
    mean = re.search(r"mean (\d\.\d+)", done.stdout)
    return float(mean[1]) if mean else 0.0, statistics.median(times)


def texts(corpus: bool) -> Iterator[tuple[str, Path]]:
    for gold in sorted((SHARED / "gold").glob("*.yaml")):
        if gold.stem.startswith("c"):
            if corpus:
                found = sorted((SHARED / "corpus").glob(f"{gold.stem}_*.txt"))
                yield gold.stem, next(p for p in found if not p.name.endswith((".flat.txt", ".orig.txt")))
        else:
            yield gold.stem, next((SHARED / "seeds").glob(f"{gold.stem}_*.txt"))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--keep", type=Path, help="leave the files here; there already, they are used again")
    parser.add_argument("--corpus", action="store_true", help="the other annotated notices too")
    parser.add_argument("--verbose", choices=FORMS, help="what is wrong in one form")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        work = (options.keep or Path(scratch)) / "forms"
        if not work.exists():
            work.mkdir(parents=True)
            for name, path in texts(options.corpus):
                convert(name, path.read_text("utf-8"), work)
        base, usual = score(work / "text", False)
        print(f"{'text':26}{base:7.4f}         {usual:7.1f} ms")
        for form in FORMS[1:]:
            mean, took = score(work / form, form == options.verbose)
            print(f"{form:26}{mean:7.4f} {mean - base:+7.4f} {took:7.1f} ms {took / usual:5.1f}×")
    return 0


if __name__ == "__main__":
    sys.exit(main())
