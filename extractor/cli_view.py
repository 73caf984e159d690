"""The commands that make pages and pictures: `extractor view`, `plot`, `serve`; a thin skin.

Exit codes: 0 done, 1 the article could not be read, 2 wrong usage.
"""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.messages import language_of_locale

if TYPE_CHECKING:
    from extractor.model import Record
    from extractor.view.words import Words

FAILED = 1


class Language(StrEnum):
    """Languages of the pages."""

    en = "en"
    vi = "vi"


Lang = Annotated[Language | None, typer.Option("--lang", help="Language of the pages; else that of the locale.")]
Rules = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="DIR", help="A folder of rules laid over the packaged ones; may be repeated."),
]


def add_commands(app: typer.Typer) -> None:
    """Mount the commands of this module."""
    app.command()(view)


def view(
    what: Annotated[Path, typer.Argument(metavar="ARTICLE|RECORD|OUT", help="An article, a record, a run's folder.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="PAGE", help="The HTML file to write.")],
    lang: Lang = None,
    rules: Rules = None,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="YYYY-MM-DD, for an article that states no date of its own."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress; only what failed.")] = False,
) -> None:
    """Write an article with its records as one HTML page that needs no network.

    For the output folder of a run: an index with counts and filters, and the articles behind it, in the same file or,
    above a few hundred, in a folder beside it.
    """
    from extractor.cli_options import parse_date
    from extractor.errors import InputError

    day = parse_date(published)
    words = _words(lang)
    if what.is_dir():
        _view_run(what, out, words, quiet)
        return
    from extractor.view.article import write_article

    try:
        write_article(_record(what, rules or [], day), out, words)
    except InputError as error:
        print(f"extractor: {what}: {error}", file=sys.stderr)
        raise typer.Exit(FAILED) from None


def _view_run(folder: Path, out: Path, words: Words, quiet: bool) -> None:
    from extractor.store.folder import record_files
    from extractor.view.progress import bar
    from extractor.view.site import write_site

    files = list(record_files(folder))
    with bar(2 * len(files), shown=not quiet and sys.stderr.isatty()) as progress:
        found = write_site(files, out, words, folder.resolve().name, progress)
    for name, why in found.faults:
        print(f"failed: {name}: {why}", file=sys.stderr)
    if found.faults:
        raise typer.Exit(FAILED)


def _record(file: Path, rules: list[Path], day: date | None) -> Record:
    """The record in this file, or that of the article in it. Raises InputError."""
    from extractor.read import load, read_bytes, shown
    from extractor.store.folder import parse_record

    data = load(file)
    if data.lstrip().startswith(b"{") and b'"schema_version"' in data:
        return parse_record(data)
    from extractor.pipeline import Extractor

    text, source = read_bytes(data, path=shown(file))
    return Extractor(rules).extract(text, published=day, source=source)


def _words(lang: Language | None) -> Words:
    from extractor.view.words import Words

    return Words(lang.value if lang else language_of_locale())
