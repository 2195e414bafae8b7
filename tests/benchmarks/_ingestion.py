"""What the benchmarks of ingestion have in common: notes of an academy, and a run in a process of its own."""

from __future__ import annotations

import csv
import io
import json
import random
import sys
from pathlib import Path

from ingest.executors import InProcess, Processes
from ingest.keys import IsolatedKeyCheck
from ingest.stages import Stages
from retrieval.bootstrap import load_embedder, open_index
from service.database.connection import Database, urls_from
from service.database.ledger import StoredLedger

TENANT = "10000000-0000-0000-0000-000000000001"
_HEADING = ("관리번호", "이름", "문제", "학생 답", "정답", "단원", "학년", "메모")
_REMARKS = (
    "부호를 반대로 봄",
    "이항할 때 부호를 바꾸지 않음",
    "{n} 학생이 또 계수를 놓침",
    "분배법칙을 앞의 항에만 적용",
    "검산을 하지 않음",
    "{n}에게 근의 공식을 다시 설명함",
    "두 근 가운데 하나를 빠뜨림",
    "010-{p}-{q}로 학부모 상담",
    "식을 잘못 옮겨 적음",
    "계산 실수",
)


def problems(count: int, draw: random.Random) -> list[tuple[str, str, str, str, str]]:
    """Statements with key, a wrong answer, unit and grade; every fiftieth key is wrong."""
    found = []
    for number in range(count):
        a, b, c = draw.randint(2, 60), draw.randint(2, 90), draw.randint(2, 40)
        kind = number % 4
        if kind == 0:
            told = (
                f"이차방정식 $x^2-{a + b}x+{a * b}=0$을 푸시오.",
                f"x={a}, x={b}",
                f"x=-{a}, x=-{b}",
                "이차방정식",
                "중3",
            )
        elif kind == 1:
            told = (f"일차방정식 ${a}x+{b}={a * c + b}$의 해를 구하시오.", f"x={c}", f"x=-{c}", "일차방정식", "중1")
        elif kind == 2:
            told = (f"${a}-(-{b})+{c}$을 계산하시오.", f"{a + b + c}", f"{a - b + c}", "정수와 유리수", "중1")
        else:
            text, wrong = f"$(x+{a})(x-{b})$를 전개하시오.", f"$x^2-{a * b}$"
            told = (text, f"$x^2+{a - b}x-{a * b}$".replace("+-", "-"), wrong, "다항식의 곱셈", "중2")
        if number % 50 == 49:
            told = (told[0], told[2], told[1], *told[3:])
        found.append(told)
    return found


def write_notes(folder: Path, notes: int, files: int, distinct: int, seed: int = 5) -> list[str]:
    """CSV files of an academy; gives its students, who stand on a roster beside the folder."""
    draw = random.Random(seed)
    told = problems(distinct, draw)
    students = [
        f"{draw.choice('김이박최정')}{draw.choice('서지민도하')}{draw.choice('윤준연우은')}" for _ in range(200)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    for file in range(files):
        out = io.StringIO(newline="")
        writer = csv.writer(out)
        writer.writerow(_HEADING)
        for number in range(file, notes, files):
            statement, key, wrong, unit, grade = told[draw.randrange(distinct)]
            student = draw.choice(students)
            remark = draw.choice(_REMARKS).format(n=student, p=draw.randint(1000, 9999), q=draw.randint(1000, 9999))
            wrong = wrong if draw.random() < 0.5 else str(draw.randint(2, 999))
            writer.writerow((number, student, statement, wrong, key, unit, grade, f"{remark} ({number % 997}쪽)"))
        (folder / f"{file:03}.csv").write_text(out.getvalue(), "utf-8")
    roster = "이름,가명\n" + "".join(f"{name},s-{n}\n" for n, name in enumerate(dict.fromkeys(students)))
    (folder.parent / "roster.csv").write_text(roster, "utf-8")
    return students


def make_stages() -> Stages:
    """The stages as they are shipped."""
    return Stages(load_embedder, IsolatedKeyCheck)


def run_once(index_path: str, database_url: str, workers: int) -> dict[str, object]:
    """One run with Milvus Lite and PostgreSQL; its report."""
    import uuid

    from ingest.run import Run

    database = Database(*urls_from(database_url))
    index = open_index(index_path)
    executor = Processes(make_stages, workers) if workers else InProcess(make_stages)
    try:
        return Run(TENANT, index, StoredLedger(database, uuid.UUID(TENANT)), executor)().to_json()
    finally:
        executor.close()
        index.close()
        database.close()


if __name__ == "__main__":
    path, url, processes = sys.argv[1:]
    print(json.dumps(run_once(path, url, int(processes))), flush=True)
