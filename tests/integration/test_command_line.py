"""The command line as a user runs it: a process of its own, exact outputs, exit codes, no traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from generation.diagnose.malrule import MAL_RULES
from generation.problem import Answer, Ask, Model, Problem
from generation.schema import read_problem
from generation.verify.verifier import verify

MISTAKE = {"id": "m1", "statement": "$(x+3)^2$을 전개하시오.", "student_answer": "x^2+9"}
RIGHT = Problem("$1+1$을 계산하시오.", Model(Ask("value", of="1+1")), Answer(("2",)))
WRONG = Problem("$1+1$을 계산하시오.", Model(Ask("value", of="1+1")), Answer(("3",)))


def yuje(
    *arguments: str, stdin: str = "", data: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("YUJE_")}
    if data is not None:
        environment["YUJE_DATA"] = str(data)
    return subprocess.run(
        [sys.executable, "-m", "service.cli", *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env=kept | environment,
        timeout=300,
        check=False,
    )


def lines(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_help_and_version() -> None:
    shown = yuje("--help")
    assert shown.returncode == 0
    for command in ("diagnose", "generate", "verify", "equivalent", "serve", "ingest", "demo", "tenant"):
        assert f"\n  {command} " in shown.stdout
    assert yuje("--version").stdout == "yuje 0.1.0\n"


def test_generate_for_people_to_read() -> None:
    log = {"statement": r"$\log_2 24-\log_2 3$의 값을 구하시오.", "student_answer": "log_2 21"}
    done = yuje(
        "generate", "-", "--count", "2", "--choices", "--text", stdin="\n".join(map(json.dumps, (MISTAKE, log)))
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("유사 문제") == 4
    assert "[square-of-sum, " in done.stdout
    assert "[log-numbers-added, " in done.stdout
    assert "겨냥한 오개념 –" not in done.stdout, "the misconception shows on every item"
    assert "\x1b" not in done.stdout, "no colours where it is no terminal"


def test_coverage_as_a_page() -> None:
    page = yuje("coverage", "--markdown").stdout.splitlines()
    listed = yuje("coverage").stdout.splitlines()
    assert page[1].count("|") == page[2].count("|") == 6
    _, _, _, covered, types, _, _ = (cell.strip() for cell in page[-1].split("|"))
    assert listed[-1] == f"all: {covered} standards, {types} types"


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, service.cli; print([m for m in ('sympy', 'pydantic', 'fastapi', 'sqlalchemy', 'pymilvus', " \
        "'numpy', 'rich', 'generation.diagnose') if m in sys.modules])"  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "[]\n"


def test_diagnose_echoes_its_input_and_names_the_misconception(tmp_path: Path) -> None:
    file = tmp_path / "mistakes.jsonl"
    unknown = {"statement": "$1+1$을 계산하시오.", "student_answer": "977", "class": "3-2"}
    file.write_text(f"{json.dumps(MISTAKE)}\n\n{json.dumps(unknown)}\n", encoding="utf-8")
    first, second = lines(yuje("diagnose", str(file)))
    assert {name: first[name] for name in MISTAKE} == MISTAKE
    best = first["misconceptions"][0]
    assert (best["id"], best["name"]) == ("square-of-sum", MAL_RULES["square-of-sum"].ko)
    assert [(line["math"], line["wrong"]) for line in best["evidence"]] == [
        ("(x + 3)^2", False),
        ("x^2 + 3^2", True),
        ("x^2 + 9", False),
    ]
    assert (first["answer_read"], first["answer_is_right"]) == (True, False)
    assert (second["class"], second["misconceptions"], second["answer_read"]) == ("3-2", [], True)


def test_diagnose_says_which_answers_are_right_or_unread() -> None:
    stdin = json.dumps([{**MISTAKE, "student_answer": "x^2+6x+9"}, {**MISTAKE, "student_answer": "몰라요"}])
    right, unread = lines(yuje("diagnose", "-", stdin=stdin))
    assert (right["answer_read"], right["answer_is_right"], right["misconceptions"]) == (True, True, [])
    assert (unread["answer_read"], unread["answer_is_right"], unread["misconceptions"]) == (False, False, [])


def test_generate_gives_proved_problems_the_same_for_a_seed() -> None:
    arguments = ("generate", "-", "--count", "2", "--choices", "--seed", "11", "--engine", "symbolic")
    done = yuje(*arguments, stdin=json.dumps(MISTAKE))
    (answer,) = lines(done)
    assert answer["id"] == "m1"
    assert len(answer["problems"]) == 2
    for item in answer["problems"]:
        problem = read_problem(item["problem"])
        assert (problem.targets, len(problem.choices), problem.language) == ("square-of-sum", 5, "ko")
        assert item["certificate"] == verify(problem, MISTAKE["statement"]).to_json()
        assert item["certificate"]["verdict"] == "proved"
    assert yuje(*arguments, stdin=json.dumps(MISTAKE)).stdout == done.stdout
    other = yuje(*arguments[:-3], "12", stdin=json.dumps(MISTAKE))
    assert other.stdout != done.stdout


def test_generate_speaks_the_language_asked_for() -> None:
    (answer,) = lines(yuje("generate", "-", "--count", "1", "--language", "en", stdin=json.dumps(MISTAKE)))
    problem = answer["problems"][0]["problem"]
    assert problem["language"] == "en"
    assert not any("가" <= letter <= "힣" for letter in problem["statement"] + str(problem["solution"]))


def test_verify_certifies_in_order_whatever_the_verdict() -> None:
    wrapped = {"problem": WRONG.to_json(), "certificate": {"verdict": "proved"}}
    done = yuje("verify", "-", stdin=f"{json.dumps(RIGHT.to_json())}\n{json.dumps(wrapped)}\n")
    assert [(c["verdict"], c["problem_sha256"]) for c in lines(done)] == [
        ("proved", RIGHT.sha256()),
        ("refuted", WRONG.sha256()),
    ]


def test_verify_says_each_check_in_a_sentence() -> None:
    (korean,) = lines(yuje("verify", "-", "--lang", "ko", stdin=json.dumps(WRONG.to_json())))
    (english,) = lines(yuje("verify", "-", "--lang", "en", stdin=json.dumps(WRONG.to_json())))
    assert (korean["message"], english["message"]) == (
        "반증됨: 틀린 곳이 있습니다.",
        "Refuted: something in it is wrong.",
    )
    said = [{check["name"]: check["message"] for check in told["checks"]}["parse"] for told in (korean, english)]
    assert said == ["식 읽기: 통과. 모든 식을 읽었습니다.", "Reading: passed. Every text reads."]


def test_what_was_certified_is_confirmed_again_and_what_was_edited_is_not(tmp_path: Path) -> None:
    given = [RIGHT.to_json(), {"problem": WRONG.to_json(), "source": "$2+5$를 계산하시오."}]
    whole = yuje("verify", "-", "--whole", "--lang", "ko", stdin="\n".join(map(json.dumps, given)))
    items = lines(whole)
    assert [(item["problem"], item.get("source")) for item in items] == [
        (RIGHT.to_json(), None),
        (WRONG.to_json(), "$2+5$를 계산하시오."),
    ]
    again = yuje("verify", "--replay", "-", stdin=whole.stdout)
    assert [(line["replay"], line["verdict"], line["differences"]) for line in lines(again)] == [
        ("confirmed", "proved", []),
        ("confirmed", "refuted", []),
    ]
    items[0]["problem"]["answer"]["values"] = ["3"]
    forged = yuje("verify", "--replay", "-", "--lang", "en", stdin=json.dumps(items[0]))
    assert (forged.returncode, forged.stderr) == (1, "")
    answer = json.loads(forged.stdout)
    changed = {difference["field"]: (difference["stands"], difference["now"]) for difference in answer["differences"]}
    assert (answer["replay"], changed["verdict"]) == ("differs", ("proved", "refuted"))
    assert changed["problem_sha256"] == (RIGHT.sha256(), WRONG.sha256())
    assert changed["checks.answer.outcome"] == ("passed", "failed")
    assert answer["message"].startswith("Something is not as the certificate says")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("verdict",), "proved"),
        (("checks", 2, "outcome"), "passed"),
        (("checks", 2, "evidence"), ["shown"]),
        (("checks", 2, "capped"), 0),
        (("fingerprint",), "0" * 64),
        (("compared_with", "bank_size"), 1),
        (("approved_by",), "somebody"),
    ],
)
def test_an_edited_certificate_is_not_confirmed(path: tuple[Any, ...], value: object) -> None:
    certificate = verify(WRONG).to_json()
    at: Any = certificate
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    done = yuje("verify", "--replay", "-", stdin=json.dumps({"problem": WRONG.to_json(), "certificate": certificate}))
    assert done.returncode == 1
    assert len(json.loads(done.stdout)["differences"]) == 1


def test_other_versions_alone_are_no_difference() -> None:
    certificate = verify(RIGHT).to_json()
    certificate["versions"] = {**certificate["versions"], "python": "3.99"}
    item = {"problem": RIGHT.to_json(), "certificate": certificate}
    (answer,) = lines(yuje("verify", "--replay", "-", stdin=json.dumps(item)))
    assert (answer["replay"], answer["differences"]) == ("confirmed", [])
    assert [difference["field"] for difference in answer["other_versions"]] == ["versions.python"]


def test_a_certificate_alone_needs_its_problem_in_another_file(tmp_path: Path) -> None:
    problem, certificate = tmp_path / "problem.json", tmp_path / "certificate.json"
    problem.write_text(json.dumps(RIGHT.to_json()), encoding="utf-8")
    certificate.write_text(json.dumps(verify(RIGHT).to_json()), encoding="utf-8")
    alone = yuje("verify", "--replay", str(certificate))
    assert (alone.returncode, alone.stdout) == (2, "")
    assert "give the problem's file too" in alone.stderr
    assert lines(yuje("verify", str(problem), "--replay", str(certificate)))[0]["replay"] == "confirmed"
    certificate.write_text(json.dumps(verify(RIGHT, "$3+3$을 계산하시오.").to_json()), encoding="utf-8")
    sourceless = yuje("verify", str(problem), "--replay", str(certificate))
    assert sourceless.returncode == 2
    assert "compared the problem with a source; give it as field source" in sourceless.stderr


def test_what_generate_wrote_is_confirmed_again() -> None:
    written = yuje("generate", "-", "--count", "2", stdin=json.dumps(MISTAKE))
    again = lines(yuje("verify", "--replay", "-", stdin=written.stdout))
    assert [line["replay"] for line in again] == ["confirmed", "confirmed"]
    (answer,) = lines(written)
    stored = {**answer["problems"][0], "mistake": "3f0c"}  # as the API gives it
    assert lines(yuje("verify", "--replay", "-", stdin=json.dumps(stored)))[0]["replay"] == "confirmed"


@pytest.mark.parametrize(
    ("arguments", "verdict"),
    [
        (("1/2", "0.5"), "equal"),
        (("-1", "-2"), "different"),
        (("--", "-1", "-1"), "equal"),
        (("-x+1", "1-x"), "equal"),
        (("--5", "5"), "equal"),
        (("x=3, x=2", "2 또는 3"), "equal"),
        (("x=3 or x=2", "2, 3"), "equal"),
        (("모름", "3"), "undecided"),
        (("9**9**9", "1"), "undecided"),
        (("__import__('os').system('id')", "0"), "undecided"),
        (("(" * 20_000 + ")" * 20_000, "1"), "undecided"),
    ],
)
def test_equivalent_says_one_word(arguments: tuple[str, ...], verdict: str) -> None:
    done = yuje("equivalent", *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{verdict}\n", "")


def test_equivalent_takes_pairs(tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    pairs = [
        {"a": "2/4", "b": "0.5"},
        {"a": "2, 3", "b": "3, 2", "kind": "solve"},
        {"a": "x", "b": "y", "kind": "form"},
    ]
    file.write_text("\n".join(map(json.dumps, pairs)), encoding="utf-8")
    assert yuje("equivalent", "--pairs", str(file)).stdout == "equal\nequal\ndifferent\n"


@pytest.mark.parametrize(
    ("arguments", "stdin", "message"),
    [
        (("diagnose", "-"), "{", "standard input, line 1, column 2: this is not JSON (Expecting property name enclosed "
         "in double quotes); give one JSON object, a JSON array, or one JSON object a line"),
        (("diagnose", "-"), json.dumps(MISTAKE) + '\n{"statement": 3, "student_answer": ""}',
         'standard input, line 2: field statement must be a string, as in "statement": "…"'),
        (("generate", "-"), '{"statement": "1+1"}',
         "standard input, line 1: field student_answer is missing; give it as a string"),
        (("verify", "-"), f'{json.dumps(RIGHT.to_json())}\n{json.dumps(RIGHT.to_json() | {"answer": {"values": [2]}})}',
         "standard input, line 2: field answer.values[0] must be a string, not a number"),
        (("verify",), "", "give a file of problems, or --replay CERTIFICATES"),
        (("verify", "--replay", "-"), json.dumps({"problem": RIGHT.to_json()}),
         "standard input, line 1: field certificate is missing; give the certificate to check again"),
        (("verify", "-"), "[3]", "standard input, line 1: a problem must be an object, not a number"),
        (("verify", "/nonexistent"), "",
         "/nonexistent cannot be read: No such file or directory; give a file, or - for standard input"),
        (("equivalent", "1"), "", "give two answers, as in: yuje equivalent 1/2 0.5, or --pairs FILE"),
        (("equivalent", "--pairs", "-"), '{"a": "1", "b": "1", "kind": "guess"}', "standard input, line 1: field kind "
         "must be one of solve, value, form, extremum, count, probability, truth"),
        (("ingest", "run", "--", "notes.jsonl"), "", "sources belong to an academy: give --tenant NAME"),
        (("tenant", "create", "\n"), "", "NAME must have 1 to 100 printable characters"),
    ],
)  # fmt: skip
def test_bad_input_ends_with_2_and_says_what_would_be_right(
    tmp_path: Path, arguments: tuple[str, ...], stdin: str, message: str
) -> None:
    done = yuje(*arguments, stdin=stdin, data=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"yuje: {message}\n")


@pytest.mark.parametrize(
    "arguments", [("generate", "-", "--engine", "oracle"), ("generate", "-", "--count", "-1"), ("nothing",)]
)
def test_bad_options_end_with_2(arguments: tuple[str, ...]) -> None:
    done = yuje(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_a_bad_setting_ends_every_command_that_reads_settings() -> None:
    done = yuje("generate", "-", stdin=json.dumps(MISTAKE), YUJE_PROT="80")
    assert (done.returncode, done.stderr) == (2, "yuje: YUJE_PROT is not a setting; did you mean YUJE_PORT?\n")


@pytest.mark.xdist_group("service")
def test_tenants_and_notes_on_the_embedded_defaults(data: Path, tmp_path: Path) -> None:
    made = yuje("tenant", "create", "academy", data=data)
    assert made.returncode == 0
    assert made.stdout.startswith("yuje_")
    assert made.stderr == "This key is shown once and stored as a hash only. Keep it secret.\n"
    notes = tmp_path / "notes.jsonl"
    good, bad = {"id": "n1", "statement": "1+1", "student_answer": "3"}, {"id": "n2", "statement": "1+1", "name": "x"}
    notes.write_text(f"{json.dumps(good)}\n{json.dumps(bad)}\n", encoding="utf-8")
    (first,) = lines(yuje("ingest", "run", "--tenant", "academy", str(notes), data=data))
    told = ("tenant", "read", "new", "rejected", "embedded", "status")
    assert {name: first[name] for name in told} == {
        "tenant": "academy", "read": 2, "new": 1, "rejected": 1, "embedded": 1, "status": "done",
    }  # fmt: skip
    (again,) = lines(yuje("ingest", "run", data=data))
    assert {name: again[name] for name in told} == {
        "tenant": "academy", "read": 2, "new": 0, "rejected": 1, "embedded": 0, "status": "done",
    }  # fmt: skip
    listed = yuje("ingest", "errors", "--tenant", "academy", data=data)
    assert listed.stdout == (
        "notes.jsonl, row 2, student_answer: is missing, as is correct_answer; a record needs one of them\n"
    )
    newest, oldest = lines(yuje("ingest", "history", "--tenant", "academy", data=data))
    assert (newest["new"], oldest["new"]) == (0, 1)
    notes.unlink()
    away = yuje("ingest", "run", data=data)
    assert away.returncode == 1
    assert "is the disk mounted?" in json.loads(away.stdout)["problems"][0]


@pytest.mark.xdist_group("service")
def test_serve_answers_logs_json_and_leaves_nothing_running(data: Path, tmp_path: Path) -> None:
    key = yuje("tenant", "create", "academy", data=data).stdout.strip()
    port = "18321"
    log = tmp_path / "log"
    with log.open("wb") as stderr:
        server = subprocess.Popen(
            [sys.executable, "-m", "service.cli", "serve", "--port", port],
            stderr=stderr,
            env=os.environ | {"YUJE_DATA": str(data)},
        )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/healthz", server)
        answer = httpx.post(
            f"{address}/v1/mistakes?count=1", json=MISTAKE | {"id": None}, headers={"Authorization": f"Bearer {key}"}
        )
        assert answer.status_code == 422  # "id" is not a field of a mistake
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(60)
    logged = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert ("/v1/mistakes", 422) in [(line.get("route"), line.get("status")) for line in logged]
    assert MISTAKE["student_answer"] not in log.read_text(encoding="utf-8")
    assert not (data / "postgres" / "postmaster.pid").exists()


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert server.poll() is None
        try:
            httpx.get(url)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server did not start")
