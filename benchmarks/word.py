"""Do the same notices give the same records as Word files, and what does it cost?

    python benchmarks/word.py [--keep DIR] [--set seeds|corpus|all] [--rounds 7] [--verbose FORM]

Writes each annotated notice beside the checkout as docx, with typed and with automatic numbers; has
LibreOffice write them again, as docx and in the binary format of Word 97; extracts, and prints the score of
each form beside that of the text, and the time. Nothing is kept unless asked for. Needs `soffice`.

LibreOffice cannot write into a binary file that a level counts on through the document, so those with
automatic numbers are made with a list for each level.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from timing import ROOT, SHARED, interleaved, ratio

from planparse.pipeline import analyse_bytes, extract_bytes

sys.path.insert(0, str(ROOT / "tests"))
import word_files

# form: how our own file is made, and what LibreOffice writes of it.
FORMS = {
    "text": (None, None),
    "docx typed": (word_files.literal, None),
    "docx automatic": (word_files.automatic, None),
    "docx by LibreOffice": (word_files.literal, "docx"),
    "doc typed": (word_files.literal, "doc:MS Word 97"),
    "doc automatic": (lambda lines: word_files.automatic(lines, together=False), "doc:MS Word 97"),
}


def texts(wanted: str) -> dict[str, Path]:
    """The annotated notices by the stem of their annotation."""
    found = {}
    for gold in sorted((SHARED / "gold").glob("*.yaml")):
        corpus = gold.stem.startswith("c")
        if wanted != "all" and corpus != (wanted == "corpus"):
            continue
        files = (SHARED / ("corpus" if corpus else "seeds")).glob(f"{gold.stem}_*.txt")
        found[gold.stem] = next(p for p in sorted(files) if not p.name.endswith((".flat.txt", ".orig.txt")))
    return found


def convert(sources: list[Path], form: str, folder: Path) -> None:
    profile = folder.parent / "profile"
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", form]
    files = map(str, sources)
    subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True, timeout=600)


def write(form: str, notices: dict[str, Path], work: Path) -> dict[str, Path]:
    """The files of one form by stem."""
    make, by_office = FORMS[form]
    if make is None:
        return notices
    own = work / f"own {form}"
    own.mkdir(parents=True)
    made = {}
    for stem, path in notices.items():
        made[stem] = own / f"{stem}.docx"
        made[stem].write_bytes(make(path.read_text("utf-8").splitlines()))
    if by_office is None:
        return made
    folder = work / form
    folder.mkdir()
    convert(list(made.values()), by_office, folder)
    return {stem: folder / f"{stem}.{by_office.partition(':')[0]}" for stem in made}


def score(files: dict[str, Path], work: Path, verbose: bool) -> float:
    """The mean of all figures of the scorer beside the checkout."""
    gold, records, sources = (work / name for name in ("gold", "records", "texts"))
    for folder in (gold, records, sources):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    shutil.copy(SHARED / "gold" / "bodies.csv", gold)
    for stem, path in files.items():
        analysis = analyse_bytes(path.read_bytes(), name=path.name)
        shutil.copy(SHARED / "gold" / f"{stem}.yaml", gold)
        (records / f"{stem}.json").write_text(analysis.document.to_json(), "utf-8")
        (sources / f"{stem}.txt").write_text(analysis.text, "utf-8", newline="")
    scorer = SHARED / "score" / "score.py"
    command = [sys.executable, str(scorer), str(gold), str(records), "--texts", str(sources)]
    done = subprocess.run(command + ["--verbose"] * verbose, capture_output=True, text=True, check=False)
    if verbose:
        print(done.stdout)
    means = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("mean ")]
    if not means:
        raise SystemExit(f"the scorer failed:\n{done.stdout}{done.stderr}")
    return float(means[0])


def cost(files: dict[str, Path], base: dict[str, Path], rounds: int) -> float:
    """How many times as long as the text the files take, warm; the median over the notices."""
    ratios = []
    for stem, path in files.items():
        data, text = path.read_bytes(), base[stem].read_bytes()
        ours, floor = interleaved([partial(extract_bytes, data), partial(extract_bytes, text)], rounds)
        ratios.append(ratio(ours, floor))
    return statistics.median(ratios)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--keep", type=Path, help="leave the files in this folder")
    parser.add_argument("--set", choices=("seeds", "corpus", "all"), default="seeds")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--verbose", metavar="FORM", choices=FORMS)
    options = parser.parse_args()
    notices = texts(options.set)
    if not notices or shutil.which("soffice") is None:
        print("word: skipped, it needs annotated notices beside this checkout, and soffice")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        work = options.keep or Path(scratch)
        work.mkdir(parents=True, exist_ok=True)
        figures = {}
        for form in FORMS:
            files = write(form, notices, work)
            mean = score(files, work, options.verbose == form)
            figures[form] = mean
            times = cost(files, notices, options.rounds)
            print(f"{form:22}{mean:8.4f}{mean - figures['text']:+8.4f}{times:7.2f}×", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
