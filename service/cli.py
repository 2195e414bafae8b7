"""The command line. Commands import what they need when they run, so that `yuje --help` stays fast."""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from service.ingest_commands import app as ingest

if TYPE_CHECKING:
    from service.settings import Settings

app = typer.Typer(
    name="yuje",
    help="Similar mathematics problems from a student's mistake, each one proved right.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # rich takes longer to import than the rest of --help
)
tenants = typer.Typer(help="Academies and their API keys.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(tenants, name="tenant")
app.add_typer(ingest, name="ingest")

File = Annotated[str, typer.Argument(metavar="FILE", help="JSON, a JSON array or JSON lines; - for standard input.")]


def main() -> None:
    """Entry point of the console script: bad input and settings end with 2 and a message, never a traceback."""
    from service.errors import ServiceError

    # Without this a terminated process would not stop the database it started.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    try:
        app()
    except ServiceError as error:
        print(f"yuje: {error}", file=sys.stderr)
        raise SystemExit(2) from None
    except BrokenPipeError:
        # The reader (head, a pager) has enough; what is left in the buffer has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None


@app.callback(invoke_without_command=True)
def root(version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False) -> None:
    """Similar mathematics problems from a student's mistake, each one proved right."""
    if version:
        from importlib.metadata import version as installed

        print(f"yuje {installed('yuje')}")
        raise typer.Exit


@app.command()
def diagnose(file: File) -> None:
    """Name the misconceptions behind wrong answers, best first, each with its derivation."""
    from service.computing import open_computing
    from service.documents import mistake_of, read_documents
    from service.shapes import diagnosis_json

    read = [(document, mistake_of(document)) for document in read_documents(file)]
    with open_computing(_settings(), workers=1) as computing:
        for document, mistake in read:
            _print_json({**document.value, **diagnosis_json(computing.diagnose(mistake))})


@app.command()
def generate(
    file: File,
    count: Annotated[int, typer.Option(min=0, max=100, help="Problems for each mistake.")] = 3,
    engine: Annotated[Literal["symbolic"], typer.Option(help="What proposes problems.")] = "symbolic",
    choices: Annotated[bool, typer.Option("--choices", help="With five choices.")] = False,
    seed: Annotated[int, typer.Option(min=0, help="The same seed gives the same problems.")] = 0,
    language: Annotated[Literal["ko", "en"] | None, typer.Option(help="Instead of the mistake's own.")] = None,
    difficulty: Annotated[
        Literal["easier", "same", "harder"], typer.Option(help="Than the mistake's problem; origin.moved says by what.")
    ] = "same",
    vary: Annotated[
        Literal["numbers", "structure"], typer.Option(help="structure: one step away, or asked backwards.")
    ] = "numbers",
    text: Annotated[bool, typer.Option("--text", help="For people to read, instead of JSON.")] = False,
) -> None:
    """Write similar problems to mistakes, each with the certificate that proves it."""
    from service.bootstrap import open_verifier
    from service.computing import open_computing
    from service.documents import mistake_of, read_documents
    from service.generating import generated
    from service.report import print_readable

    read = [(document, mistake_of(document)) for document in read_documents(file)]
    settings = _settings()
    with open_computing(settings, workers=1) as computing, open_verifier(settings) as verifier:
        for document, mistake in read:
            made = generated(mistake, computing, verifier.verify, count, choices, seed, language, difficulty, vary)
            if text:
                print_readable(f"{document.file}:{document.line}", {**document.value, **made})
            else:
                _print_json({**document.value, **made})


@app.command()
def verify(
    file: Annotated[
        str | None, typer.Argument(metavar="[FILE]", help="Problems: JSON, array or lines; - for input.")
    ] = None,
    replay: Annotated[
        str | None,
        typer.Option(metavar="CERTIFICATES", help="Check certificates again; their problems beside or in FILE."),
    ] = None,
    lang: Annotated[Literal["ko", "en"] | None, typer.Option(help="Say every check in a sentence, too.")] = None,
    whole: Annotated[
        bool, typer.Option("--whole", help="Problem and certificate together, ready for --replay.")
    ] = False,
) -> None:
    """Certify problems, one certificate a line, in order; ends with 0 whatever the verdicts.

    With --replay: 0 where every certificate is confirmed, 1 where one is not.
    """
    from service.documents import read_documents
    from service.errors import DocumentError
    from service.verifying import certified, replayed

    if replay is not None:
        is_confirmed = True
        for answer in replayed(_settings(), read_documents(replay), read_documents(file) if file else None, lang):
            is_confirmed &= answer["replay"] == "confirmed"
            _print_json(answer)
        raise typer.Exit(0 if is_confirmed else 1)
    if file is None:
        raise DocumentError("give a file of problems, or --replay CERTIFICATES")
    for answer in certified(_settings(), read_documents(file), lang, whole):
        _print_json(answer)


# Answers may begin with a minus: what is no option here is an answer.
@app.command(context_settings={"ignore_unknown_options": True})
def equivalent(
    a: Annotated[str | None, typer.Argument(help="An answer, such as 1/2 or x = 2 or x = 3.")] = None,
    b: Annotated[str | None, typer.Argument(help="Another.")] = None,
    pairs: Annotated[str | None, typer.Option(metavar="FILE", help='JSON lines {"a": …, "b": …, "kind"?}.')] = None,
) -> None:
    """Say whether two answers are equal, different or undecided."""
    from generation.equivalence.answers import compare
    from service.errors import DocumentError

    if pairs is not None and a is None:
        for first, second, kind in _pairs(pairs):
            print(compare(first, second, kind))
    elif pairs is None and a is not None and b is not None:
        print(compare(a, b))
    else:
        raise DocumentError("give two answers, as in: yuje equivalent 1/2 0.5, or --pairs FILE")


@app.command()
def coverage(
    missing: Annotated[bool, typer.Option("--missing", help="Only standards with too few problem types.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Units only, as a table of Markdown.")] = False,
) -> None:
    """Which achievement standards the symbolic engine writes problems for."""
    from service.coverage_table import coverage_lines, coverage_page

    for line in coverage_page() if markdown else coverage_lines(missing):
        print(line)


@app.command()
def search(
    query: Annotated[str, typer.Argument(help="Words and formulas.")],
    kind: Annotated[
        Literal["standard", "note", "bank"], typer.Option(help="note and bank need --tenant.")
    ] = "standard",
    tenant: Annotated[str | None, typer.Option(help="The academy whose notes or bank are searched.")] = None,
    standard: Annotated[str | None, typer.Option(help="Only of this standard, such as 9수02-20.")] = None,
    misconception: Annotated[str | None, typer.Option(help="Only with this misconception's id.")] = None,
    language: Annotated[Literal["ko", "en"] | None, typer.Option(help="Only in this language.")] = None,
    grade: Annotated[int | None, typer.Option(min=1, max=12, help="Only for this school year.")] = None,
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="Most hits.")] = 5,
    text: Annotated[bool, typer.Option("--text", help="For people to read, instead of JSON.")] = False,
) -> None:
    """Search standards, notes or the bank; every hit says where its score came from."""
    from retrieval.errors import InvalidQuery
    from retrieval.filter import Filter
    from service.errors import DocumentError
    from service.searching import line_of
    from service.searching import search as found

    try:
        where = Filter(standard, misconception, language, grade)
    except InvalidQuery as error:
        raise DocumentError(str(error)) from error
    for hit in found(_settings(), query, kind, tenant, where, k):
        if text:
            print(line_of(hit))
        else:
            _print_json(hit)


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; YUJE_HOST, 127.0.0.1.")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="YUJE_PORT, 8321.")] = None,
) -> None:
    """Serve the HTTP API."""
    from service.serving import serve as serve_api

    serve_api(_settings(), host, port)


@app.command()
def demo() -> None:
    """Run everything once on sample mistakes, over HTTP, and show what came of each."""
    from service.demo import run

    run(_settings())


@tenants.command("create")
def create_tenant(name: Annotated[str, typer.Argument(help="The academy; a new key if it is there already.")]) -> None:
    """Create an academy and print its API key, once."""
    from service.bootstrap import open_database
    from service.errors import DocumentError

    if not name.strip() or len(name) > 100 or not name.isprintable():
        raise DocumentError("NAME must have 1 to 100 printable characters")
    settings = _settings()
    from service.database.keys import create_key  # slow: SQLAlchemy

    with open_database(settings) as database:
        key = create_key(database, name.strip())
    print(key)
    print("This key is shown once and stored as a hash only. Keep it secret.", file=sys.stderr)


def _settings() -> Settings:
    from service.settings import read_settings

    return read_settings(os.environ)


def _pairs(file: str) -> list[tuple[str, str, Any]]:
    from generation.schema import ASK_KINDS
    from service.documents import read_documents, texts_of

    pairs: list[tuple[str, str, Any]] = []
    for document in read_documents(file):
        first, second = texts_of(document, "a", "b")
        kind = document.value.get("kind")
        if kind is not None and kind not in ASK_KINDS:
            raise document.refuse(f"field kind must be one of {', '.join(ASK_KINDS)}")
        pairs.append((first, second, kind))
    return pairs


def _print_json(value: dict[str, Any]) -> None:
    """One line of UTF-8, whatever the terminal's encoding."""
    sys.stdout.buffer.write(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
