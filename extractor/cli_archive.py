"""The commands for what a run has written: `extractor diff`, `validate`, `export`; a thin skin.

Exit codes: 0 the same, sound, done; 1 different, or something is wrong; 2 wrong usage, or it cannot be read or written.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli_options import count

FOUND = 1
_PROBLEMS_SHOWN = 200


class Format(StrEnum):
    """The formats of a folder of tables."""

    parquet = "parquet"
    csv = "csv"


Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")]
Out = Annotated[Path, typer.Argument(metavar="OUT", help="A run's output folder.")]


def add_commands(app: typer.Typer) -> None:
    """Mount the commands of this module."""
    app.command()(diff)
    app.command()(validate)
    app.command()(export)


def diff(
    before: Annotated[Path, typer.Argument(metavar="OUT1", help="A run's output folder.")],
    after: Annotated[Path, typer.Argument(metavar="OUT2", help="Another's, over the same articles.")],
    examples: Annotated[int, typer.Option("--examples", min=0, help="How many of each kind of change.")] = 3,
    json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    quiet: Quiet = False,
) -> None:
    """What changed between two runs, by record type and rule.

    Exit code 0: both hold the same; 1: they differ; 2: one of them cannot be read.
    """
    from extractor.archive.diff import as_json, lines
    from extractor.archive.diff import diff as compare
    from extractor.view.progress import bar

    with bar(None, shown=not quiet and sys.stderr.isatty()) as progress:
        found = compare(before, after, examples=examples, progress=progress)
    if json:
        from json import dumps

        print(dumps(as_json(found), ensure_ascii=False, indent=1))
    else:
        print("\n".join(lines(found)))
    raise typer.Exit(0 if found.is_none else FOUND)


def validate(out: Out, quiet: Quiet = False) -> None:
    """Check every record against the schema and its own text, and the manifest against the records.

    Exit code 0: all is sound; 1: something is not; 2: this is no output folder.
    """
    from extractor.archive import validate as checking

    checked, problems = checking.Checked(), 0
    for problem in checking.validate(out, checked):
        problems += 1
        if problems <= _PROBLEMS_SHOWN:
            print(problem)
    if problems > _PROBLEMS_SHOWN:
        print(f"… and {problems - _PROBLEMS_SHOWN} more")
    if not quiet:
        versions = f", rules {', '.join(sorted(checked.versions))}" if checked.versions else ""
        what = f"{count(checked.records, 'record')}, {count(checked.lines, 'line')} of the manifest{versions}"
        print(f"{what}: {count(problems, 'problem') if problems else 'all sound'}", file=sys.stderr)
    raise typer.Exit(FOUND if problems else 0)


def export(
    out: Out,
    target: Annotated[
        Path,
        typer.Option("-o", "--out", metavar="FILE", help=".jsonl, .parquet, .csv, .xlsx, .sqlite or .duckdb."),
    ],
    format_: Annotated[
        Format | None, typer.Option("--format", help="For a folder of one file a record type: parquet or csv.")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Write a run's records as one file, its format by its suffix.

    SQLite, DuckDB and Excel get one table a record type and one of articles; JSON lines the whole records. One .parquet
    or .csv holds all records in one table; a name without suffix and --format give a folder with a file a table.

    Exit code 0: done; 1: some records could not be read, the rest is written; 2: it cannot be written.
    """
    from extractor.archive.export import export as write
    from extractor.view.progress import bar

    faults = 0

    def fault(file: Path, why: str) -> None:
        nonlocal faults
        faults += 1
        print(f"failed: {file}: {why}", file=sys.stderr)

    with bar(None, shown=not quiet and sys.stderr.isatty()) as progress:
        articles = write(out, target, format_.value if format_ else None, progress=progress, fault=fault)
    if not quiet:
        print(f"{count(articles, 'article')}, written to {target}", file=sys.stderr)
    raise typer.Exit(FOUND if faults else 0)
