"""`extractor run`: the command, its progress, its summary."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from extractor.cli_options import count, parse_date

if TYPE_CHECKING:
    from extractor.batch import Summary
    from extractor.read.inputs import LeftOut

FAILED, INTERRUPTED = 1, 130
_FAILURES_SHOWN, _NAMES_SHOWN = 20, 5


def run(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT…", help="Files, folders, s3://…, - for stdin.")],
    out: Annotated[str, typer.Option("-o", "--out", metavar="OUT", help="The output folder, or s3://…, hdfs://….")],
    rules: Annotated[
        list[Path] | None,
        typer.Option("--rules", metavar="DIR", help="A folder of rules laid over the packaged ones; may be repeated."),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="YYYY-MM-DD, for articles that state no date of their own."),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar="NAME", help="The encoding, where none is certain: utf-8, tcvn3, vni, …"),
    ] = None,
    sidecar: Annotated[
        Path | None,
        typer.Option("--sidecar", metavar="FILE", help="CSV with path,published,title,source; it wins."),
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, metavar="N", help="Worker processes; else the cores.")
    ] = None,
    dask: Annotated[
        str | None,
        typer.Option("--dask", metavar="ADDRESS", help="A Dask scheduler, tcp://…, or local; needs the extra 'dask'."),
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="The longest time for one article.")
    ] = 120,
    force: Annotated[bool, typer.Option("--force", help="Read all again, also what has not changed.")] = False,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Read again what failed before and has not changed.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary; only what failed.")] = False,
) -> None:
    """Extract articles into OUT.

    A folder gives all files below it that are text, HTML, Word, PDF, Markdown, JSON, CSV, or archives of these; other
    files are told, what this program wrote is left out. Each article has its record in OUT/records and its line, with
    the reason if it failed, in OUT/manifest.jsonl. A run that was stopped or killed goes on where it was when it is
    started again; articles that have not changed are not read again. Exit code 0: all read; 1: some failed, the rest is
    written; 2: wrong usage, a faulty rule file, a full disk; 130: stopped by Ctrl-C.
    """
    day = parse_date(published)
    from extractor import batch
    from extractor.batch.remote import inputs as discover
    from extractor.read.inputs import LeftOut
    from extractor.view.progress import bar

    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # a dead worker must not take the run with it
    left_out = LeftOut()
    found = discover(inputs, out, [sidecar] if sidecar else [], left_out)
    batch.prepare(out)
    from extractor.pipeline import Extractor
    from extractor.read.sidecar import read_sidecar

    extractor = Extractor(rules or [])
    settings = batch.Settings(tuple(map(str, rules or ())), day, encoding=encoding, timeout=timeout)
    reader = extractor.reader(encoding=encoding)
    stated = read_sidecar(sidecar, reader.options) if sidecar else None
    if stated and stated.unread:
        what = f"{count(len(stated.unread), 'column')} of {sidecar} not read, of no name that is known"
        print(f"{what}: {_some(stated.unread)}", file=sys.stderr)
    with bar(len(found), shown=not quiet and sys.stderr.isatty()) as progress:
        ask = batch.Ask(stated, force, retry_failed, lambda line: progress())
        summary = batch.run(found, out, extractor, settings, ask, jobs=jobs or cores(), dask=dask)
    _tell(left_out, quiet)
    if stated and stated.unused and not summary.interrupted:
        verb = "means" if len(stated.unused) == 1 else "mean"
        what = f"{count(len(stated.unused), 'row')} of {sidecar} {verb} no article"
        print(f"{what}: {_some(stated.unused)}", file=sys.stderr)
    report(summary, out, quiet)


def _tell(left_out: LeftOut, quiet: bool) -> None:
    if left_out.unknown:
        what = f"{count(len(left_out.unknown), 'file')} not read, of no format that is known by its name"
        print(f"{what}: {_some(left_out.unknown)}", file=sys.stderr)
    if left_out.own and not quiet:
        what = f"{count(len(left_out.own), 'file')} left out, written by this program"
        print(f"{what}: {_some(left_out.own)}", file=sys.stderr)


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def report(summary: Summary, out: str, quiet: bool) -> NoReturn:
    """The summary, on standard error: standard output holds nothing that was not asked for."""
    for path, why in summary.failures[:_FAILURES_SHOWN]:
        print(f"failed: {path}: {why}", file=sys.stderr)
    more = summary.failed - len(summary.failures[:_FAILURES_SHOWN])
    if more > 0:
        print(f"failed: … and {more} more, each with its reason in {out}/manifest.jsonl", file=sys.stderr)
    if summary.interrupted:
        what = f"interrupted after {summary.read} of {summary.inputs}; what is done is written"
        print(f"{what}, the same command does the rest", file=sys.stderr)
        raise typer.Exit(INTERRUPTED)
    if not quiet:
        kept = f", {summary.kept} of them unchanged since an earlier run" if summary.kept else ""
        failed = f", {summary.failed} failed" if summary.failed else ""
        print(f"{count(summary.done, 'article')}{failed}{kept}, written to {out}", file=sys.stderr)
        for kind, number in summary.records.items():
            print(f"{number:>8} {kind}", file=sys.stderr)
        if summary.strange:
            what = f"{count(len(summary.strange), 'record')} in {out} of no article of this run"
            print(f"{what}, which no other command reads: {_some(summary.strange)}", file=sys.stderr)
    raise typer.Exit(FAILED if summary.failed else 0)


def _some(names: Collection[str]) -> str:
    """The first few of them in order."""
    return ", ".join(sorted(names)[:_NAMES_SHOWN]) + (", …" if len(names) > _NAMES_SHOWN else "")
