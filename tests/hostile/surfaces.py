"""Everything that takes text from outside, run under an audit hook in a worker process that can be killed.

A surface takes a text and says what became of it. What Python itself reports to the hook while a text is worked on (a
process started, a file or socket opened, code compiled from text) is handed back with the answer: it must be nothing.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from generation import diagnose, equivalence, expression, reading, symbolic, verify
from generation.diagnose.diagnosis import diagnose as diagnosis_of
from generation.expression.errors import ExpressionError
from generation.expression.formulas import segments
from generation.expression.parser import parse
from generation.isolation.limits import Ended, Limits, Work
from generation.isolation.pool import Pool
from generation.isolation.worker import Handler
from generation.mistake import Mistake
from generation.problem import Answer, Ask, Choice, Model, Problem, Step
from generation.reading.statement import Unread, read
from generation.schema import SchemaError, read_problem
from generation.symbolic.difficulty import Difficulty
from generation.symbolic.engine import propose
from generation.symbolic.recognition import prepare
from generation.symbolic.request import Request, Vary
from generation.verify.verifier import verify as certificate_of

RIGHT = Problem(
    "이차방정식 $x^2-5x+6=0$을 푸시오.",
    Model(Ask("solve", ("x",)), {"x": "real"}, {}, ("x^2-5x+6=0",)),
    Answer(("2", "3")),
    standard="[9수02-20]",
    solution=(Step("인수분해하면", "(x-2)(x-3)=0"), Step("", "x=2 or x=3")),
    choices=(Choice(("2", "3"), True), Choice(("1", "6"))),
)
_PLAIN = replace(RIGHT, choices=(), solution=())


def _verified(problem: Problem, source: str | None = None) -> str:
    return certificate_of(problem, source).verdict


def _parsed(text: str) -> str:
    return type(parse(text, frozenset({"x"}))).__name__


def _cut(text: str) -> str:
    return f"{len(segments(text))} segments"


def _read(text: str) -> str:
    return type(read(text)).__name__


def _diagnosed(mistake: Mistake) -> str:
    return "read" if diagnosis_of(mistake).answer_read else "unread"


def _diagnosed_item(problem: Problem) -> str:
    answer, *_ = (*problem.answer.values, "1")
    claimed = answer if isinstance(answer, str) else ", ".join(f"{name}={value}" for name, value in answer.items())
    working = "\n".join(step.math or "" for step in problem.solution)
    mistake = Mistake(problem.statement, claimed, working=working)
    return "read" if diagnosis_of(mistake, model=problem.model).answer_read else "unread"


def _proposed(model: Model | Unread, difficulty: Difficulty, vary: Vary = "numbers") -> str:
    if isinstance(model, Unread):
        return "unread"
    return f"{len(propose(Request(model, choices=True, difficulty=difficulty, vary=vary)))} items"


def _with_ask(ask: Ask, text: str) -> Problem:
    return replace(_PLAIN, model=Model(ask, {"x": "real", "n": "1..6"}), statement=f"${text}$의 값을 구하시오.")


SURFACES: Mapping[str, Callable[[str], str]] = {
    "parser": _parsed,
    "formulas in a text": _cut,
    "reading of a bare text": _read,
    "reading of a formula": lambda t: _read(f"${t}$을 구하시오."),
    "diagnosis, statement": lambda t: _diagnosed(Mistake(f"${t}$을 계산하시오.", "1")),
    "diagnosis, student's answer": lambda t: _diagnosed(Mistake("$2x+3=7$을 푸시오.", t)),
    "diagnosis, working": lambda t: _diagnosed(Mistake("$2x+3=7$을 푸시오.", "5", working=f"2x=10\n{t}\nx=5")),
    "verifier, statement": lambda t: _verified(replace(_PLAIN, statement=f"${t}$을 푸시오.")),
    "verifier, bare statement": lambda t: _verified(replace(_PLAIN, statement=t)),
    "verifier, given": lambda t: _verified(replace(_PLAIN, model=replace(RIGHT.model, given=(t,)))),
    "verifier, value": lambda t: _verified(_with_ask(Ask("value", of=t), t)),
    "verifier, form": lambda t: _verified(_with_ask(Ask("form", of=t, form="factored"), t)),
    "verifier, extremum": lambda t: _verified(_with_ask(Ask("extremum", of=t, sense="max"), t)),
    "verifier, event": lambda t: _verified(_with_ask(Ask("probability", event=(t,)), t)),
    "verifier, claim": lambda t: _verified(_with_ask(Ask("truth", claim=t), t)),
    "verifier, definition": lambda t: _verified(
        replace(_with_ask(Ask("value", of="f(2)"), "f(2)"), model=Model(Ask("value", of="f(2)"), {}, {"f(x)": t}))
    ),
    "verifier, domain": lambda t: _verified(replace(_PLAIN, model=replace(RIGHT.model, symbols={"x": t}))),
    "verifier, name": lambda t: _verified(replace(_PLAIN, model=replace(RIGHT.model, symbols={"x": "real", t: t}))),
    "verifier, answer": lambda t: _verified(replace(_PLAIN, answer=Answer((t,)))),
    "verifier, row": lambda t: _verified(replace(_PLAIN, answer=Answer(({"x": t},)))),
    "verifier, unit": lambda t: _verified(replace(_PLAIN, answer=Answer(("2", "3"), t))),
    "verifier, step": lambda t: _verified(replace(_PLAIN, solution=(Step(t, t), RIGHT.solution[1]))),
    "verifier, choice": lambda t: _verified(replace(RIGHT, choices=(*RIGHT.choices, Choice((t,), misconception=t)))),
    "verifier, target and standard": lambda t: _verified(replace(_PLAIN, targets=t, standard=t)),
    "verifier, source": lambda t: _verified(_PLAIN, t),
    "engine, statement": lambda t: _proposed(read(f"${t}$을 계산하시오."), "same"),
    "engine, given": lambda t: _proposed(replace(RIGHT.model, given=(t,)), "same"),
    "engine, value": lambda t: _proposed(Model(Ask("value", of=t)), "same"),
}
"""Where a text goes in, and what becomes of it."""
ITEM_SURFACES: Mapping[str, Callable[[str], str]] = {
    "item, verified": lambda t: _verified(read_problem(json.loads(t))),
    "item, diagnosed": lambda t: _diagnosed_item(read_problem(json.loads(t))),
    "item, generated": lambda t: _proposed(read_problem(json.loads(t)).model, "same"),
    "item, generated harder": lambda t: _proposed(read_problem(json.loads(t)).model, "harder"),
    "item, generated in another form": lambda t: _proposed(read_problem(json.loads(t)).model, "same", "structure"),
}
"""Where a whole item goes in, as JSON."""

_FORBIDDEN = (
    "os.", "subprocess.", "socket.", "shutil.", "ctypes.", "pty.", "urllib.", "http.", "ftplib.", "smtplib.",
    "sqlite3.", "webbrowser.", "marshal.", "pickle.", "glob.", "tempfile.", "code.", "open", "exec", "compile",
    "import",
)  # fmt: skip
_MODULES = ("mpmath", "sympy")
"""What may still be imported late, and read from its files for that."""


@dataclass(slots=True)
class Watch:
    """What Python reports while a text is worked on."""

    is_armed: bool = False
    seen: list[str] | None = None

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        """The audit hook."""
        if self.is_armed and event.startswith(_FORBIDDEN) and not _is_late_import(event, args):
            assert self.seen is not None
            self.seen.append(f"{event} {str(args)[:120]}")


def _is_late_import(event: str, args: tuple[object, ...]) -> bool:
    if event == "import":
        return str(args[0]).partition(".")[0] in _MODULES
    if event in ("os.listdir", "os.scandir"):
        return any(f"/{name}" in str(args[0]) for name in _MODULES)
    name = getattr(args[0], "co_filename", None) if event == "exec" else args[1 if event == "compile" else 0]
    return event in ("open", "exec", "compile", "marshal.loads") and (
        event == "marshal.loads" or str(name).endswith((".py", ".pyc"))
    )


ORDINARY = "x=2 or x=3"
ORDINARY_ITEM = json.dumps(RIGHT.to_json())
_SECOND = "1+1", "x=2 or x=3", "sqrt(2)+1", "log(8,2)", "sin(pi/6)", "x^2<4"


def answering(surface: str | None) -> Handler:
    """The handler for one surface, warm and watched. ``control`` runs what it is told: the hook has to see it."""
    work = _control if surface == "control" else {**SURFACES, **ITEM_SURFACES}[surface or ""]
    sys.dont_write_bytecode = True
    for name in ("mpmath", *_modules()):
        importlib.import_module(name)  # what is imported late compiles and executes
    prepare()
    watch = Watch()
    for text in ("1+1",) if surface == "control" else (ORDINARY_ITEM,) if surface in ITEM_SURFACES else _SECOND:
        _outcome(work, text)
    sys.addaudithook(watch)
    return lambda body: _watched(work, body, watch)


def _modules() -> list[str]:
    return [
        module.name
        for package in (expression, equivalence, reading, diagnose, verify, symbolic)
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]


def _control(text: str) -> str:
    return str(eval(text))  # noqa: S307 - what must never happen, to see that it would be noticed


def _watched(work: Callable[[str], str], body: bytes, watch: Watch) -> bytes:
    text = body.decode("utf-8", "surrogatepass")
    watch.seen, watch.is_armed = [], True
    start, used = time.perf_counter(), time.process_time()
    outcome = _outcome(work, text)
    seconds, cpu = time.perf_counter() - start, time.process_time() - used
    watch.is_armed = False
    return json.dumps({"outcome": outcome, "seconds": seconds, "cpu": cpu, "events": watch.seen}).encode()


def _outcome(work: Callable[[str], str], text: str) -> str:
    """What became of a text; an error that nobody foresaw is a fault of the surface."""
    try:
        return work(text)
    except (ExpressionError, SchemaError, RecursionError, MemoryError, OverflowError) as error:
        return f"refused: {type(error).__name__}"
    except Exception as error:  # noqa: BLE001 - reported, and failed by whoever asked
        return f"fault: {type(error).__name__}: {error}"[:200]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one text: ``ended`` says why its process was killed, if it was."""

    text: str
    outcome: str
    seconds: float
    events: tuple[str, ...] = ()
    ended: str | None = None
    cpu_s: float | None = None
    """Processor time, where it was not killed."""


def pool(surface: str, limits: Limits, workers: int = 1) -> Pool:
    """Workers for one surface; close them."""
    return Pool(Work("tests.hostile.surfaces:answering", surface), limits, workers)


def ask(workers: Pool, text: str) -> Outcome:
    """Hand one text to a surface and wait for what becomes of it; the clock includes a kill."""
    start = time.perf_counter()
    answered = workers.submit(text.encode("utf-8", "surrogatepass")).result()
    elapsed = time.perf_counter() - start
    if isinstance(answered, Ended):
        return Outcome(text, "ended", elapsed, ended=answered.reason)
    data = json.loads(answered)
    return Outcome(text, data["outcome"], elapsed, tuple(data["events"]), cpu_s=data["cpu"])
