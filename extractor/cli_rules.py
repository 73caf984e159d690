"""The rule author's commands: `extractor rules …`, a thin skin over `extractor.authoring`.

Exit codes: 0 nothing to complain of, 1 problems found, 2 wrong usage (no such folder, rule or kind of rule).
"""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.messages import language_of_locale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.authoring.trial import Bench
    from extractor.errors import Problem
    from extractor.rulebook.rules import Rule

PROBLEMS = 1
rules_app = typer.Typer(
    help="For rule authors: check, explain, list, start and measure rules.", no_args_is_help=True, rich_markup_mode=None
)


class Format(StrEnum):
    """How problems are written."""

    text = "text"
    json = "json"


class Language(StrEnum):
    """Languages of the messages."""

    en = "en"
    vi = "vi"


Folders = Annotated[
    list[Path] | None, typer.Argument(metavar="[DIR]…", help="Folders laid over the packaged rules, in this order.")
]
RulesOption = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="DIR", help="A folder of rules laid over the packaged ones; may be repeated."),
]
Lang = Annotated[Language | None, typer.Option("--lang", help="Language of the messages; else that of the locale.")]


@rules_app.command()
def check(
    folders: Folders = None,
    form: Annotated[Format, typer.Option("--format", help="text, or json for editors and CI.")] = Format.text,
    lang: Lang = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Errors only.")] = False,
) -> None:
    """Check the rules and run the sentences of each.

    Every problem is told with its file, line and column, and how to mend it. Exit code 0: no error; 1: errors;
    2: no such folder.
    """
    from extractor.authoring.check import check as check_rules

    _need_folders(folders)
    problems = [p for p in check_rules(folders or []) if p.level == "error" or not quiet]
    errors = sum(p.level == "error" for p in problems)
    language = _language(lang)
    if form is Format.json:
        print(json.dumps([_as_data(p, language) for p in problems], ensure_ascii=False, indent=1))
    else:
        _print_problems(problems, errors, language)
    raise typer.Exit(PROBLEMS if errors else 0)


def _print_problems(problems: Sequence[Problem], errors: int, language: str) -> None:
    from extractor.messages import say

    for problem in problems:
        print(problem.in_(language))
    key = "check.errors" if errors else "check.fine"
    told = say(key, errors=str(errors), others=str(len(problems) - errors)).in_(language)
    print(told, file=sys.stderr if errors else sys.stdout)


def _as_data(problem: Problem, language: str) -> dict[str, object]:
    from extractor.messages import translated

    return {
        "file": problem.path, "line": problem.line, "column": problem.column, "level": problem.level,
        "kind": problem.kind, "rule": problem.rule, "message": translated(problem.what, language),
        "mend": translated(problem.mend, language) if problem.mend else None, "source": problem.source,
    }  # fmt: skip


@rules_app.command()
def explain(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="A sentence of an article.")],
    rule: Annotated[
        str | None, typer.Option("--rule", metavar="ID", help="Only this rule, and where it stopped.")
    ] = None,
    rules: RulesOption = None,
    lang: Lang = None,
) -> None:
    """Show how a sentence is read.

    Its words and mentions, each rule that fired and its slots, each that lost and to whom, and each near miss with
    the part of the pattern where it stopped.
    """
    from extractor.authoring.explain import explain as explained
    from extractor.authoring.trial import Bench
    from extractor.pipeline import Extractor

    bench = Bench(Extractor(rules or []))
    for line in explained(bench, sentence, _known(bench, rule) if rule else None, _language(lang)):
        print(line)


@rules_app.command("list")
def list_(
    record: Annotated[
        str | None, typer.Option("--record", metavar="KIND", help="Only rules for ranking, period, figure, percent …")
    ] = None,
    rules: RulesOption = None,
) -> None:
    """List the rules: id, what it fills, where it stands, its pattern."""
    from extractor.authoring.listing import lines
    from extractor.rulebook.loader import load_rulebook

    for line in lines(load_rulebook(rules or []), record):
        print(line)


@rules_app.command()
def show(
    rule: Annotated[str, typer.Argument(metavar="ID|WORD", help="The id of a rule, or a word.")],
    rules: RulesOption = None,
) -> None:
    """Show a rule as it stands in its file, or the rows and word lists that hold a word."""
    from extractor.authoring.listing import source
    from extractor.rulebook.loader import load_rulebook

    for line in source(load_rulebook(rules or []), rule):
        print(line)


@rules_app.command()
def new(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="ranking, period, status, direction, basis, comparison.")],
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help='"Tỉnh X xếp <rank=thứ ba=3> …"')],
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="Your folder of rules.")] = Path("my_rules"),
    lang: Lang = None,
) -> None:
    """Start a rule from a sentence with its slots marked.

    Writes a commented skeleton into your folder of rules. What is left to do stands in it.
    """
    from extractor.authoring.skeleton import write

    for line in write(kind, sentence, into, _language(lang)):
        print(line)


@rules_app.command()
def report(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder of annotated records, ID.json.")],
    texts: Annotated[Path, typer.Argument(metavar="TEXTS", help="Folder of their articles, ID.txt.")],
    rules: RulesOption = None,
    write: Annotated[Path | None, typer.Option("--write", metavar="FILE", help="Write the confidences here.")] = None,
    told: Annotated[str | None, typer.Option("--told", metavar="TEXT", help="Which articles, for FILE.")] = None,
) -> None:
    """Measure each rule on annotated articles.

    How often it fired, right and wrong, what it missed near, and the lower bound of its precision.
    """
    from extractor.authoring.report import confidences, lines, measure
    from extractor.pipeline import Extractor

    _need_folders([gold, texts])
    measured = measure(Extractor(rules or []), gold, texts)
    for line in lines(measured):
        print(line)
    if write is not None:
        data = confidences(measured, len(list(gold.glob("*.json"))), told)
        write.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@rules_app.command()
def coverage(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder of articles, .txt.")],
    rules: RulesOption = None,
    most: Annotated[int, typer.Option("--most", metavar="N", help="How many shapes to show.")] = 30,
    defaults: Annotated[bool, typer.Option("--defaults", help="Figures that no cue is known beside.")] = False,
) -> None:
    """List what no rule reads, by shape.

    Sentences with a figure or a verb of speech and no record; with --defaults, figures whose status or direction is
    only the default, because no cue beside them is known.
    """
    from extractor.authoring.coverage import defaulted, lines, uncovered
    from extractor.pipeline import Extractor

    _need_folders([folder])
    for line in lines((defaulted if defaults else uncovered)(Extractor(rules or []), folder), most):
        print(line)


@rules_app.command()
def schema() -> None:
    """Print the JSON Schema of rule files, for editors."""
    from extractor.authoring.schema import rules_schema

    print(json.dumps(rules_schema(), ensure_ascii=False, indent=1))


def _language(lang: Language | None) -> str:
    return lang.value if lang else language_of_locale()


def _need_folders(folders: list[Path] | None) -> None:
    from extractor.errors import UsageError

    for folder in folders or []:
        if folder.is_file():
            raise UsageError(f"{folder}: this is a file; name the folder that holds it")
        if not folder.is_dir():
            raise UsageError(f"{folder}: there is no such folder")


def _known(bench: Bench, rule: str) -> Rule:
    from extractor.authoring.listing import find

    return find(bench.book, rule)
