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
_OPEN = """\
warning: this address can be reached from other machines. Everyone who reaches it can read the whole archive and have
articles read here; there is no password and nothing is encrypted. Put it behind a server that adds both, or leave out
--host."""


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
    app.command()(plot)
    app.command()(serve)


def view(
    what: Annotated[
        str, typer.Argument(metavar="ARTICLE|RECORD|OUT", help="An article, FILE#PART, a record, a run's folder.")
    ],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="PAGE", help="The HTML file to write; - for stdout.")],
    lang: Lang = None,
    rules: Rules = None,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="YYYY-MM-DD, for an article that states no date of its own."),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="NAME", help="The encoding of the article, where none is certain."),
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
    if Path(what).is_dir():
        _view_run(Path(what), out, words, quiet)
        return
    from extractor.view.article import write_article

    try:
        write_article(_record(what, rules or [], day, encoding), out, words)
    except InputError as error:
        print(f"extractor: {what}: {error}", file=sys.stderr)
        raise typer.Exit(FAILED) from None


def _view_run(folder: Path, out: Path, words: Words, quiet: bool) -> None:
    from extractor.store.folder import record_files
    from extractor.view.progress import bar
    from extractor.view.site import write_site

    files = list(record_files(folder))
    with bar(2 * len(files), shown=not quiet and sys.stderr.isatty()) as progress:
        found = write_site(files, out, words, folder.resolve().name, progress, _pictures(folder, words))
    for name, why in found.faults:
        print(f"failed: {name}: {why}", file=sys.stderr)
    if found.faults:
        raise typer.Exit(FAILED)


def _pictures(folder: Path, words: Words) -> dict[str, bytes]:
    """The pictures of a run as SVG; none where matplotlib is not installed."""
    from importlib.util import find_spec

    if find_spec("matplotlib") is None:
        return {}
    from extractor.store.indexed import archive_of
    from extractor.view.pictures import PICTURES, draw

    archive = archive_of(folder)
    drawn = ((name, draw(name, archive, words, "svg")) for name in PICTURES)
    return {name: picture for name, picture in drawn if picture is not None}


def _record(file: str, rules: list[Path], day: date | None, encoding: str | None) -> Record:
    """The record in this file, or that of the article in it. Raises InputError."""
    from extractor.read import load
    from extractor.store.folder import RECORD_MOST, parse_record

    if Path(file).is_file() and Path(file).suffix == ".json":
        data = load(file, limit=RECORD_MOST)
        if data.lstrip().startswith(b"{") and b'"schema_version"' in data:
            return parse_record(data)
    from extractor.pipeline import Extractor

    extractor = Extractor(rules)
    found = extractor.reader(encoding=encoding).one(file)
    return extractor.extract(found.text, published=day, source=found.source, article=found.facts)


def _words(lang: Language | None) -> Words:
    from extractor.view.words import Words

    return Words(lang.value if lang else language_of_locale())


def plot(
    what: Annotated[Path, typer.Argument(metavar="OUT", help="A run's output folder, or an archive made from one.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="The folder for the pictures.")],
    indicator: Annotated[str, typer.Option("--indicator", help="The indicator that says this.")] = "",
    criterion: Annotated[str, typer.Option("--criterion", help="Only ranks in the index that says this.")] = "",
    lang: Lang = None,
) -> None:
    """Draw an archive as PNG and SVG.

    Records by month and type, an indicator with its targets, ranks by year, directives with a deadline. Without
    --indicator it is the one that is told of most. Needs the extra 'plot'.
    """
    _need("plot", "matplotlib")
    from extractor.store.indexed import archive_of
    from extractor.view.pictures import PICTURES, draw
    from extractor.write import whole

    faults: list[Path] = []

    def fault(file: Path, why: str) -> None:
        faults.append(file)
        _tell_fault(file, why)

    archive, words = archive_of(what, fault=fault), _words(lang)
    for name in PICTURES:
        for form in ("png", "svg"):
            picture = draw(name, archive, words, form, {"indicator": indicator, "rank": criterion}.get(name, ""))
            if picture is None:
                print(words("picture.none", name=name), file=sys.stderr)
                break
            with whole(out / f"{name}.{form}") as file:
                file.write(picture)
    if faults:
        raise typer.Exit(FAILED)


def serve(
    out: Annotated[
        Path | None, typer.Argument(metavar="[OUT]", help="A run's output folder, or an archive made from one.")
    ] = None,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")] = 8765,
    name: Annotated[list[str] | None, typer.Option("--name", help="A host name to answer to; may be repeated.")] = None,
    lang: Lang = None,
    rules: Rules = None,
    index: Annotated[
        Path | None, typer.Option("--index", metavar="FILE", help="Where the search index of OUT is to lie.")
    ] = None,
    size: Annotated[float, typer.Option("--size", min=0.01, max=64, help="The largest article, in MiB.")] = 4,
    seconds: Annotated[float, typer.Option("--seconds", min=0.1, help="The longest time for one article.")] = 30,
    workers: Annotated[int, typer.Option("--workers", min=1, max=64, help="Articles read at the same time.")] = 2,
) -> None:
    """Serve a page on this machine: read an article at once, browse and search an archive.

    Needs the extra 'serve'. Only this machine reaches it unless --host says otherwise.
    """
    _need("serve", "fastapi", "uvicorn", "python_multipart")
    from extractor.serve import running
    from extractor.serve.settings import Settings
    from extractor.serve.workers import Workers
    from extractor.store.indexed import archive_of
    from extractor.view.progress import bar

    listening = running.bind(host, port)
    archive = None
    if out is not None:
        with bar(None, shown=sys.stderr.isatty()) as progress:
            archive = archive_of(out, index, progress=progress, fault=_tell_fault)
    if not running.is_loopback(host):
        print(_OPEN, file=sys.stderr)
    settings = Settings(
        Workers(rules or [], count=workers, seconds=seconds), archive, lang.value if lang else "", int(size * 2**20),
        seconds, frozenset(n.lower() for n in name or ()),
    )  # fmt: skip
    running.serve(settings, listening, lambda address: print(address, flush=True))


def _tell_fault(file: Path, why: str) -> None:
    print(f"failed: {file}: {why}", file=sys.stderr)


def _need(extra: str, *modules: str) -> None:
    """Raises UsageError that says what to install where one of the modules is missing."""
    from importlib.util import find_spec

    from extractor.errors import UsageError

    missing = [module for module in modules if find_spec(module) is None]
    if missing:
        raise UsageError(f"this needs {', '.join(missing)}: pip install 'vn-gov-extractor[{extra}]'")
