"""The samples in every format: pages of portal families, Word, PDF, Markdown, tables and archives."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path

from tests.conftest import SAMPLES

PAGES = Path(__file__).parent / "pages"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))}
_PARAGRAPHS = re.compile(r"\{\{(?:paragraphs|breaks):(.*?)\}\}\n", re.S)


def day_of(text: str) -> date:
    """The day that a sample's pages state: its own dateline, or one later than everything it reports."""
    return date(2020, 12, 30) if "ngày 30/12/2020 -" in text else date(2024, 12, 30)


def lines(text: str) -> list[str]:
    """The paragraphs of a sample."""
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def parts(text: str) -> tuple[str, str, list[str], str]:
    """Title ("" if there is none), lead, body, byline ("" if there is none)."""
    rest = lines(text)
    title = "" if rest[0].endswith(".") else rest.pop(0)
    author = rest.pop() if len(rest[-1].split()) <= 5 else ""
    lead = rest.pop(0) if len(rest) > 1 else ""
    return title, lead, rest, author


def page(family: str, text: str) -> str:
    """A sample as a page of a family of portals."""
    title, lead, body, author = parts(text)
    markup = (PAGES / f"{family}.html").read_text(encoding="utf-8")
    markup = _PARAGRAPHS.sub(lambda m: "".join(m[1].replace("%s", html.escape(p)) + "\n" for p in body), markup)
    fields = {
        "title": title,
        "lead": lead,
        "author": author,
        "date": f"{day_of(text):%d/%m/%Y}",
        "isodate": day_of(text).isoformat(),
    }
    for name, value in fields.items():
        markup = markup.replace("{{" + name + "}}", html.escape(value))
    return markup


def docx(text: str) -> bytes:
    """A sample as a Word document: a heading, then a paragraph a line."""
    import docx as library

    document = library.Document()
    document.sections[0].header.paragraphs[0].text = "ỦY BAN NHÂN DÂN"
    for line in lines(text):
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def pdf(text: str) -> bytes:
    """A sample as a PDF file with justified lines, a running head and page numbers."""
    import fpdf
    import matplotlib

    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"

    class Pages(fpdf.FPDF):
        def header(self) -> None:
            self.set_font("DejaVu", size=9)
            self.cell(0, 8, "Cổng thông tin điện tử - Bản tin số 12", new_x="LMARGIN", new_y="NEXT")

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("DejaVu", size=9)
            self.cell(0, 8, f"Trang {self.page_no()}/{{nb}}", align="C")

    made = Pages(format="A4")
    made.add_font("DejaVu", fname=fonts / "DejaVuSans.ttf")
    made.add_page()
    for line in lines(text):
        made.set_font("DejaVu", size=13)
        made.multi_cell(0, 7.5, line, align="J", new_x="LMARGIN", new_y="NEXT")
        made.ln(1.5)
    return bytes(made.output())


def markdown(text: str) -> bytes:
    title, lead, body, author = parts(text)
    head = f"---\npublished: {day_of(text)}\n---\n" + (f"# {title}\n\n" if title else "")
    tail = f"\n\n*{author}*" if author else ""
    return (head + "\n\n".join([f"**{lead}**", *body] if lead else body) + tail + "\n").encode()


def json_line(text: str, **more: str) -> bytes:
    title, lead, body, author = parts(text)
    row = {
        "title": title,
        "content": "\n".join(filter(None, [lead, *body])),
        "author": author,
        "date": day_of(text).isoformat(),
        **more,
    }
    return (json.dumps({k: v for k, v in row.items() if v}, ensure_ascii=False) + "\n").encode()


def zipped(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()
