"""`yuje ingest …`: one command each. They import what they need when they run."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from ingest.plan import FilePlan, SourcePlan
    from ingest.report import RunReport
    from service.settings import Settings

app = typer.Typer(
    help="Notes and problems of academies into the index, every night and by hand.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Tenant = Annotated[str, typer.Option(help="The academy.")]
Mapped = Annotated[
    list[str] | None, typer.Option("--map", metavar="COLUMN=FIELD", help="What a column holds, as in 보기=statement.")
]
Roster = Annotated[
    str | None, typer.Option(metavar="FILE", help="CSV with 이름 and 가명; names are looked for in texts.")
]
Sources = Annotated[list[str], typer.Argument(metavar="SOURCE…", help="Folder, file, glob, URL, or api:mistakes.")]
OptionalSources = Annotated[
    list[str] | None, typer.Argument(metavar="[SOURCE…]", help="Folder, file, glob, URL, or api:mistakes.")
]


@app.command()
def add(tenant: Tenant, sources: Sources, mapped: Mapped = None, roster: Roster = None) -> None:
    """Add sources of an academy, or change their mapping and roster; every run takes them in."""
    from pathlib import Path

    from service.ingesting import absolute, mapping_of, open_ledger

    mapping = mapping_of(mapped or [])
    if roster is not None:
        _readable(roster)
    with open_ledger(_settings(), tenant) as ledger:
        for url in sources:
            source = ledger.add_source(absolute(url), mapping, str(Path(roster).absolute()) if roster else None)
            print(f"{source.url}: added")


@app.command()
def forget(tenant: Tenant, sources: Sources) -> None:
    """Let the next run remove what came from these sources."""
    from service.errors import DocumentError
    from service.ingesting import absolute, open_ledger

    with open_ledger(_settings(), tenant) as ledger:
        for url in sources:
            if not ledger.forget_source(absolute(url)):
                raise DocumentError(f"{absolute(url)} is no source of this academy; see: yuje ingest plan")
            print(f"{absolute(url)}: what came from it goes with the next run")


@app.command()
def plan(tenant: Tenant, sources: OptionalSources = None, mapped: Mapped = None, roster: Roster = None) -> None:
    """Show files, columns and what each is taken for, before a run; nothing is stored."""
    from service.ingesting import mapping_of, plans

    if roster is not None:
        _readable(roster)
    for one in plans(_settings(), tenant, sources or [], mapping_of(mapped or []), roster):
        print("\n".join(_plan_lines(one)))


@app.command()
def run(
    tenant: Annotated[str | None, typer.Option(help="Only this academy; all that have sources otherwise.")] = None,
    sources: OptionalSources = None,
    ray: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="A Ray cluster, or local; YUJE_RAY_ADDRESS.")
    ] = None,
) -> None:
    """Take in what is new, changed or gone. Ends with 0 where all was done, 1 where not, with the reason.

    SOURCE is added to the academy's sources first. On a terminal with a bar, otherwise one line of JSON an academy.
    """
    from dataclasses import replace

    from service.ingesting import run_all

    settings = _settings()
    settings = replace(settings, ray_address=ray or settings.ray_address)
    failed = 0
    with _bar() as progress:
        for name, report in run_all(settings, tenant, sources or [], progress):
            failed |= report.exit_code
            shown = sys.stdout.isatty()
            print("\n".join(_report_lines(name, report)) if shown else _line(name, report), flush=True)
    raise typer.Exit(failed)


@app.command()
def errors(
    tenant: Tenant,
    as_json: Annotated[bool, typer.Option("--json", help="One object a line, with the row as it was.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="Most rows.")] = 1000,
) -> None:
    """List the rows that were rejected: file, row, field, reason. Personal data is taken out of what is kept."""
    from service.ingesting import open_ledger
    from service.run_shapes import letter_json

    with open_ledger(_settings(), tenant) as ledger:
        for one in ledger.letters(limit):
            letter = one.letter
            if as_json:
                print(json.dumps(letter_json(one), ensure_ascii=False))
            else:
                sheet = f" {letter.part}" if letter.part else ""
                place = f"{one.file}{sheet}" + (f", row {letter.row}" if letter.row is not None else "")
                print(f"{place}{f', {letter.field}' if letter.field else ''}: {letter.reason}")


@app.command()
def retry(tenant: Tenant) -> None:
    """Take the rejected rows again, with the mapping and roster as they are now."""
    from service.ingesting import open_ledger

    settings = _settings()
    with open_ledger(settings, tenant) as ledger:
        print(f"{ledger.reopen(with_letters_only=True)} files with rejected rows are read again", file=sys.stderr)
    run(tenant)


@app.command()
def history(tenant: Tenant, limit: Annotated[int, typer.Option(min=1, help="Most runs.")] = 20) -> None:
    """Reports of past runs, the latest first, one JSON object a line."""
    from service.ingesting import open_ledger
    from service.run_shapes import past_run_json

    with open_ledger(_settings(), tenant) as ledger:
        for past in ledger.history(limit):
            print(json.dumps(past_run_json(past), ensure_ascii=False))


def _settings() -> Settings:
    from service.settings import read_settings

    return read_settings(os.environ)


def _readable(roster: str) -> None:
    from pathlib import Path

    from ingest.errors import IngestError
    from ingest.roster import read_roster
    from service.errors import DocumentError

    try:
        read_roster(Path(roster))
    except IngestError as error:
        raise DocumentError(str(error)) from error


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None] | None]:
    """A bar on a terminal; nothing where nobody looks."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # slow, and only people need it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("taking in"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("records", total=None)
        yield lambda done, known: bars.update(task, completed=done, total=known)


def _line(name: str, report: RunReport) -> str:
    return json.dumps({"event": "ingested", "tenant": name, **report.to_json()}, ensure_ascii=False)


def _report_lines(name: str, report: RunReport) -> Iterator[str]:
    yield f"{name}: {report.status} in {report.seconds['all']:.1f} s"
    yield (
        f"  {report.read} read: {report.new} new, {report.changed} changed, {report.unchanged} unchanged, "
        f"{report.repeated} repeated, {report.rejected} rejected; {report.removed} removed"
    )
    if report.key_refuted or report.unverified or report.repaired:
        yield (
            f"  {report.key_refuted} with a refuted key, {report.unverified} from PDF and unverified: never used as "
            f"grounding; {report.repaired} repaired"
        )
    if report.redacted:
        yield "  taken out: " + ", ".join(f"{count} {kind}" for kind, count in sorted(report.redacted.items()))
    if report.rejected or report.files_unreadable:
        yield f"  what was rejected, and why: yuje ingest errors --tenant {name}"
    stages = (f"{stage} {seconds:.1f}" for stage, seconds in sorted(report.seconds.items()) if seconds >= 0.05)
    yield "  seconds: " + ", ".join(stages)
    yield from (f"  ! {problem}" for problem in report.problems)


def _plan_lines(one: SourcePlan) -> Iterator[str]:
    yield one.url + (f": {one.fault}" if one.fault else "")
    for file in one.files:
        yield from _file_lines(file)
    if one.unseen:
        yield f"  … and {one.unseen} more files"


def _file_lines(file: FilePlan) -> Iterator[str]:
    if file.is_done:
        yield f"  {file.name}: {file.rows} records, as on the last run"
        return
    yield f"  {file.name}: {file.rows - file.bad} records" + (f", {file.bad} rejected" if file.bad else "")
    if file.fault:
        yield f"    ! {file.fault}"
    for column, target in file.columns:
        yield f"    {column} → {_WORDS.get(target, target)}"
    if file.first:
        yield from (f"    | {line}" for line in file.first.splitlines()[:12])


_WORDS: dict[Any, str] = {
    None: "not taken (--map COLUMN=FIELD takes it)",
    "nothing": "not taken",
    "student": "student: looked for in the other columns, not kept",
}
