"""Folders of as many lessons as a course has: those of the checkout, and copies of them under other ids and numbers."""
import re
import tempfile
from pathlib import Path


def folder(lessons, count):
    """A folder with `count` lessons, made from the files of another."""
    originals = sorted(Path(lessons).glob("[0-9]*.md"))
    made = Path(tempfile.mkdtemp(prefix="qkv-bench-"))
    for index in range(count):
        original = originals[index % len(originals)]
        text = original.read_text(encoding="utf-8")
        slug = original.stem.split("-", 1)[1]
        if index >= len(originals):
            text = re.sub(r"(?m)^id: .*$", lambda line: f"{line[0]}-{index + 1}", text, count=1)
        (made / f"{index + 1:02}-{slug}.md").write_text(text, encoding="utf-8")
    return made
