"""Makes the samples in PDF, OFD, HTML and ZIP from those in plain text.

    python tests/golden/make_paged_samples.py

A test compares what the files say with what the script makes.
"""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
sys.path.insert(0, str(ROOT / "tests"))

from paged_files import ofd, pdf, set_pages, zipped  # noqa: E402

# What each is made of: the twin that has the same record.
TWINS = {
    "paged-plan-city.pdf": "services-plan-city.txt",
    "paged-measures-district.ofd": "business-measures-district.txt",
    "portal-care-county.html": "elderly-care-county.md",
    "portal-economy-county.gbk.html": "digital-economy-county.txt",
    "archive-plan-devzone.zip": "articles-plan-devzone.txt",
}

_MARKDOWN = re.compile(r"^#+\s|\*\*|^---$")
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")


def text_of(name: str) -> str:
    lines = (SAMPLES / name).read_text("utf-8").splitlines()
    return "\n".join(_MARKDOWN.sub("", line) if name.endswith(".md") else line for line in lines)


def styled(text: str) -> str:
    """The lines with marks that say how an office sets them; blank lines are left out."""
    lines = [re.sub(" {2,}", "  ", line.strip()) for line in text.splitlines()]
    return "\n".join(_styles([line for line in lines if line]))


def _styles(lines: list[str]) -> Iterator[str]:
    running = False
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line.endswith("：") and not running:
            running = True
            yield f"<{line}"
        elif _DATE.fullmatch(line) or _DATE.fullmatch(following):
            running = False
            yield f">{line}"
        elif not running and not line.endswith("。") and len(line) < 40:
            yield f"^{line}"
        else:
            running = True
            yield line


def portal(text: str, charset: str, issuer: str) -> str:
    """The notice on a website: menus, a table of keys and values, text in nested spans, links."""
    menu = "".join(f'<li><a href="/c{i}/">栏目{i}</a></li>\n' for i in range(12))
    paragraphs = "\n".join(
        f'<p class="MsoNormal" style="text-indent:2em"><span style="font-size:16pt"><span lang="EN-US">'
        f"{html.escape(line.strip())}</span><o:p></o:p></span></p>"
        for line in text.splitlines()
        if line.strip()
    )
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">
<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>政策文件 - {issuer}门户网站</title><script>var page = "<p>not shown</p>";</script></head>
<body>
<div style="display:none"><p>打开本页的访客，请使用无障碍工具条。</p></div>
<ul class="menu">
{menu}</ul>
<div class="place">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a></div>
<table class="info">
<tr><td>索 引 号：</td><td>000-2023-{len(text)}</td><td>主题分类：</td><td>综合政务</td></tr>
<tr><td>发布机构：</td><td>{issuer}</td><td>发布日期：</td><td>2023-12-29</td></tr></table>
<div id="zoom">
{paragraphs}
</div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<div class="footer"><p>主办单位：{issuer}，未经许可，不得转载。</p><p>网站标识码：0000000000</p></div>
</body></html>
"""


def made(name: str) -> bytes:
    """The bytes of a sample."""
    text = text_of(TWINS[name])
    if name.endswith(".pdf"):
        return pdf(set_pages(styled(text)))
    if name.endswith(".ofd"):
        return ofd(set_pages(styled(text)))
    if name.endswith(".gbk.html"):
        return portal(text, "utf-8", "测试县人民政府").encode("gb18030")  # the meta tag is wrong
    if name.endswith(".html"):
        return portal(text, "gb2312", "测试县人民政府").encode()
    member = TWINS[name].removesuffix(".txt")
    files = {
        f"通知/{member}.txt": text.encode("gb18030"),
        "通知/印章.png": b"\x89PNG\r\n\x1a\n" + bytes(64),
        "__MACOSX/通知/._notice.txt": bytes(16),
    }
    return zipped(files, gb18030=True)


def main() -> None:
    for name in TWINS:
        (SAMPLES / name).write_bytes(made(name))


if __name__ == "__main__":
    main()
