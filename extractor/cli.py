"""The command line: a thin skin. Whatever is slow to import is imported inside the command that needs it.

Exit codes: 0 all was read, 1 some articles failed (the rest is written), 2 wrong usage or a faulty rule file.
"""

from __future__ import annotations

import io
import signal
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from extractor import cli_archive
from extractor.cli_options import count, parse_date
from extractor.cli_rules import rules_app
from extractor.cli_run import run
from extractor.cli_view import add_commands
from extractor.errors import ExtractorError, RuleError

FAILED, USAGE, INTERRUPTED = 1, 2, 130

app = typer.Typer(
    help="Vietnamese government press releases in, structured and checkable JSON out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(run)
app.add_typer(rules_app, name="rules")

Rules = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="DIR", help="A folder of rules laid over the packaged ones; may be repeated."),
]
Encoding = Annotated[
    str | None,
    typer.Option("--encoding", metavar="NAME", help="The encoding, where none is certain: utf-8, tcvn3, vni, …"),
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="YYYY-MM-DD, for articles that state no date of their own."),
]


def main() -> None:
    """The entry point of the `extractor` script: no traceback for what is the user's to mend."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `extractor show … | head` ends as quietly as `cat` does
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter shows its number
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except RuleError as error:
        _stop(f"{error}\n\n{count(len(error.problems), 'problem')} in the rule files; no article was read.")
    except ExtractorError as error:
        _stop(str(error))
    except OSError as error:
        _stop(f"{error.strerror or error}" + (f": {error.filename}" if error.filename else ""))


def _stop(message: str) -> NoReturn:
    print(f"extractor: {message}", file=sys.stderr)
    sys.exit(USAGE)


def _version(wanted: bool) -> None:
    if wanted:
        from extractor import __version__

        print(f"extractor {__version__}")
        raise typer.Exit


@app.callback()
def _top(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")] = False,
) -> None: ...


@app.command()
def show(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An article, FILE#PART of a file of many, - for stdin.")],
    rules: Rules = None,
    published: Published = None,
    encoding: Encoding = None,
) -> None:
    """Show one article with its records.

    Each record is marked in place; below the article stands a table of each record type.
    """
    day = parse_date(published)
    from extractor.errors import InputError
    from extractor.pipeline import Extractor

    extractor = Extractor(rules or [])
    try:
        article = extractor.reader(encoding=encoding).one(file)
    except InputError as error:
        print(f"extractor: {file}: {error}", file=sys.stderr)
        raise typer.Exit(FAILED) from None
    record = extractor.extract(article.text, published=day, source=article.source, article=article.facts)
    from rich.console import Console

    from extractor.view import terminal

    terminal.show(record, Console(width=None if sys.stdout.isatty() else 100_000, highlight=False))


add_commands(app)
cli_archive.add_commands(app)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record (Draft 2020-12)."""
    import json

    from extractor.schema import record_schema

    print(json.dumps(record_schema(), ensure_ascii=False, indent=1))
