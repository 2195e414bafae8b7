"""Runs over real files with an index and a ledger in memory; what is killed, away or changing leaves the same index."""

from __future__ import annotations

import json
import random
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest import places
from ingest.errors import AnotherRun
from retrieval.errors import IndexUnavailable
from retrieval.note import WrongAnswerNote
from tests.adapters.ingestion import TENANT, Academy, Interposed, Killed

HEAD = "관리번호,문제,학생답,정답,이름,메모\n"


def note(number: int, answer: str = "3", key: str = "2", memo: str = "", student: str = "") -> str:
    return f"{number},${number}+1$을 계산하시오.,{answer},{key},{student},{memo}\n"


def write(folder: Path, name: str, *lines: str, head: str = HEAD) -> Path:
    folder.mkdir(exist_ok=True, parents=True)
    (folder / name).write_text(head + "".join(lines), "utf-8")
    return folder / name


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    write(folder, "1.csv", note(1), note(2), note(3))
    write(folder, "2.csv", note(1), note(4))
    return folder


@pytest.fixture
def academy(folder: Path) -> Academy:
    academy = Academy()
    academy.ledger.add_source(str(folder), {}, None)
    return academy


def fresh(folder: Path, roster: Path | None = None) -> list[str]:
    """What an undisturbed first run over the folder gives."""
    academy = Academy()
    academy.ledger.add_source(str(folder), {}, str(roster) if roster else None)
    assert academy.run().status == "done"
    return held(academy)


def held(academy: Academy) -> list[str]:
    """Everything in the index, without ids: they hold the source's own."""
    rows = (row.record for scope in academy.index._scopes.values() for row in scope.values())
    payloads = ({**json.loads(row.payload), "id": "", "tok": row.tok} for row in rows)
    return sorted(json.dumps(payload, ensure_ascii=False) for payload in payloads)


def test_a_second_run_embeds_nothing_and_reads_nothing(academy: Academy) -> None:
    first = academy.run()
    assert (first.read, first.new, first.embedded, first.files, first.exit_code) == (5, 5, 5, 2, 0)
    second = academy.run()
    assert (second.read, second.unchanged, second.embedded, second.files_skipped) == (5, 5, 0, 2)
    assert academy.embedder.texts == 5
    assert "read" not in second.seconds


def test_edited_records_are_replaced_and_removed_ones_removed(academy: Academy, folder: Path) -> None:
    academy.run()
    write(folder, "1.csv", note(1), note(2, "5"), note(9))
    report = academy.run()
    assert (report.read, report.new, report.changed, report.unchanged, report.removed) == (5, 1, 1, 3, 1)
    assert report.embedded == 2
    assert held(academy) == fresh(folder)
    (folder / "2.csv").unlink()
    assert academy.run().removed == 2
    assert held(academy) == fresh(folder)


def test_rows_without_numbers_are_known_by_what_they_hold(tmp_path: Path) -> None:
    folder, head = tmp_path / "n", "문제,학생답,점수,이름\n"
    write(folder, "a.csv", "$1$,2,10,김민수\n", "$1$,2,20,이서연\n", "$3$,4,10,\n", head=head)
    academy = Academy()
    academy.ledger.add_source(str(folder), {}, None)
    report = academy.run()
    assert (report.read, report.new, report.repeated, report.redacted) == (3, 2, 1, {"name": 1})
    write(folder, "a.csv", "$3$,4,99,\n", "$1$,2,10,김민수\n", head=head)
    report = academy.run()
    assert (report.new, report.changed, report.unchanged, report.removed, report.embedded) == (0, 0, 2, 0, 0)


def test_a_moved_column_or_a_new_student_embeds_nothing_where_the_text_stays(academy: Academy, folder: Path) -> None:
    academy.run()
    write(folder, "1.csv", note(1, student="김민수"), note(2), note(3))
    report = academy.run()
    assert (report.changed, report.unchanged, report.embedded) == (0, 5, 0)


def test_rejected_rows_go_to_letters_without_personal_data(academy: Academy, folder: Path) -> None:
    write(folder, "김민수.csv", "7,,3,2,김민수,민수가 010-1234-5678\n", note(1), note(1, "5"), "8,$1$,2\n")
    write(folder, "broken.xlsx", head="no")
    write(folder, "shifted.csv", "1,$1,000$원,이도훈,2,3,4,5,6\n")
    write(folder, "broken.jsonl", '{"이름": "이도훈", "문제": \n', head="")
    report = academy.run()
    assert (report.rejected, report.files_unreadable, report.status) == (4, 1, "done")
    letters = {(one.letter.row, one.letter.field): one for one in academy.ledger.letters()}
    assert set(letters) == {(2, "statement"), (4, "id"), (None, None), (2, None), (1, None)}
    assert letters[2, "statement"].letter.raw == "관리번호: 7\n학생답: 3\n정답: 2\n메모: [학생]가 [전화]"
    assert letters[2, "statement"].file == "[학생].csv"
    assert letters[None, None].letter.reason.startswith("is no XLSX")
    assert not any("민수" in str(one) or "1234" in str(one) or "도훈" in str(one) for one in letters.values())
    write(folder, "김민수.csv", note(7))
    for name in ("broken.xlsx", "broken.jsonl", "shifted.csv"):
        (folder / name).unlink()
    academy.run()
    assert academy.ledger.letters() == []


def test_retry_takes_files_with_letters_again_and_no_others(academy: Academy, folder: Path) -> None:
    write(folder, "3.csv", "7,,3,2,,\n", note(5))
    academy.run()
    academy.ledger.reopen(with_letters_only=True)
    report = academy.run()
    assert (report.files_skipped, report.rejected, report.unchanged, report.embedded) == (2, 1, 6, 0)


def test_refuted_keys_are_kept_and_marked(tmp_path: Path) -> None:
    write(tmp_path / "n", "1.csv", note(1), note(2, key="99"), "3,$5$,,99,,\n", "4,$6$,,7,,\n")
    academy = Academy(wrong_keys=["99"])
    academy.ledger.add_source(str(tmp_path / "n"), {}, None)
    report = academy.run()
    assert (report.new, report.key_refuted, report.rejected) == (3, 1, 1)
    hits = academy.index.search("계산하시오", kind="note", tenant=TENANT)
    marks = {hit.payload.statement: hit.payload.mark for hit in hits if isinstance(hit.payload, WrongAnswerNote)}
    assert marks == {"$1+1$을 계산하시오.": None, "$2+1$을 계산하시오.": "key-refuted"}
    assert academy.index.count("bank", TENANT) == 1
    (letter,) = academy.ledger.letters()
    assert (letter.letter.row, letter.letter.field) == (4, "correct_answer")


def test_names_of_the_roster_become_pseudonyms_and_a_new_roster_makes_records_anew(tmp_path: Path) -> None:
    write(tmp_path / "n", "1.csv", note(1, memo="민수가 부호를 틀림"), note(2))
    roster = tmp_path / "roster.csv"
    roster.write_text("이름,가명\n이서연,s-1\n", "utf-8")
    academy = Academy()
    academy.ledger.add_source(str(tmp_path / "n"), {}, str(roster))
    academy.run()
    roster.write_text("이름,가명\n김민수,s-2\n", "utf-8")
    report = academy.run()
    assert (report.changed, report.unchanged, report.embedded) == (1, 1, 1)
    assert held(academy) == fresh(tmp_path / "n", roster)
    assert any("s-2가 부호를 틀림" in text for text in held(academy))


@pytest.mark.parametrize("away", ["gone", "empty"])
def test_nothing_is_removed_on_account_of_a_source_that_is_away(academy: Academy, folder: Path, away: str) -> None:
    academy.run()
    before = academy.rows()
    shutil.rmtree(folder)
    if away == "empty":
        folder.mkdir()
    report = academy.run()
    assert (report.status, report.exit_code, report.removed) == ("partly", 1, 0)
    assert len(report.problems) == 1
    assert academy.rows() == before
    assert academy.ledger.forget_source(str(folder))
    assert (academy.run().removed, academy.rows(), academy.ledger.sources()) == (5, {}, [])


def test_a_file_that_broke_overnight_keeps_its_records(academy: Academy, folder: Path) -> None:
    academy.run()
    before = academy.rows()
    (folder / "1.csv").write_bytes(b"\xff\xff\xff")
    report = academy.run()
    assert (report.files_unreadable, report.removed) == (1, 0)
    assert academy.rows() == before
    write(folder, "1.csv", note(1))
    assert academy.run().removed == 2


def test_a_file_that_is_written_to_while_it_is_read_waits(
    academy: Academy, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    academy.run()
    before = academy.rows()
    stop = threading.Event()

    def keep_writing() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            write(folder, "1.csv", *(note(n, str(number)) for n in range(2000)))

    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        report = academy.run()
    finally:
        stop.set()
        writer.join()
    if report.status == "partly":
        assert report.problems == ["1.csv: is being written to; the next run takes it"]
        assert academy.rows() == before
    assert academy.run().status == "done"
    assert held(academy) == fresh(folder)


def test_a_file_that_changes_between_its_stat_and_its_end_is_never_taken(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = places.places_of(str(folder))[0]
    reads = iter([None, None, b"whole"])
    monkeypatch.setattr(places, "_read_local", lambda _: next(reads))
    monkeypatch.setattr(places, "_PAUSE_S", 0)
    assert places.snapshot(place) == b"whole"
    monkeypatch.setattr(places, "_read_local", lambda _: None)
    with pytest.raises(places.ChangedWhileReadError):
        places.snapshot(place)


def dies_at(step: int) -> Callable[[str], None]:
    left = [step]

    def hook(_: str) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Killed

    return hook


def shuffled(folder: Path, draw: random.Random) -> None:
    """Adds, edits, removes and brings back: few versions of each file, so that an earlier one often comes again."""
    for name in ("1.csv", "2.csv", "3.csv"):
        version = draw.choice((None, (1, 2, 3), (2, 3, 4)))
        answer = draw.choice("34")
        (folder / name).unlink(missing_ok=True)
        if version is not None:
            write(folder, name, *(note(number, answer) for number in version))


@pytest.mark.parametrize("seed", range(80))
def test_killed_anywhere_and_run_again_gives_the_same_index(tmp_path: Path, seed: int) -> None:
    """Up to five runs are killed, the files changing between them; the run after them mends everything."""
    draw = random.Random(seed)
    folder = tmp_path / "notes"
    write(folder, "4.csv", note(1))
    academy = Academy()
    academy.ledger.add_source(str(folder), {}, None)
    for _ in range(draw.randint(1, 5)):
        shuffled(folder, draw)
        hook = dies_at(draw.randint(0, 50))
        try:
            academy.run(Interposed(academy.index, hook), Interposed(academy.ledger, hook))
        except Killed:
            continue
    if draw.random() < 0.5:
        shuffled(folder, draw)
    report = academy.run()
    assert report.status == "done"
    assert held(academy) == fresh(folder)
    assert set(academy.rows()) == set(academy.ledger.content_hashes("note"))
    assert academy.run().embedded == 0


@pytest.mark.parametrize(
    "at", ["before drop_file", "after forget", "after delete", "before delete", "after intend_removal"]
)
def test_a_file_that_comes_back_after_a_run_was_killed_removing_it_is_read_again(
    academy: Academy, folder: Path, at: str
) -> None:
    academy.run()
    kept = (folder / "1.csv").read_bytes()
    (folder / "1.csv").unlink()

    def die(call: str) -> None:
        if call == at:
            raise Killed

    with pytest.raises(Killed):
        academy.run(Interposed(academy.index, die), Interposed(academy.ledger, die))
    (folder / "1.csv").write_bytes(kept)
    assert academy.run().status == "done"
    assert held(academy) == fresh(folder)


@pytest.mark.parametrize("error", [IndexUnavailable("away"), OSError(28, "No space left on device")])
def test_a_run_that_cannot_finish_says_so_and_the_next_one_does(
    academy: Academy, folder: Path, error: Exception
) -> None:
    def fail(call: str) -> None:
        if call == "before store":
            raise error

    report = academy.run(index=Interposed(academy.index, fail))
    assert (report.status, report.exit_code, len(report.problems)) == ("failed", 1, 1)
    assert academy.ledger.history()[0].report["status"] == "failed"
    assert academy.run().status == "done"
    assert held(academy) == fresh(folder)


def test_an_index_that_comes_back_is_waited_for(academy: Academy, folder: Path) -> None:
    failures = iter([True, True])

    def fail_twice(call: str) -> None:
        if call == "before store" and next(failures, False):
            raise IndexUnavailable("away")

    assert academy.run(index=Interposed(academy.index, fail_twice), patience_s=30).status == "done"
    assert held(academy) == fresh(folder)


def test_an_index_that_was_lost_is_filled_again(academy: Academy, folder: Path) -> None:
    academy.run()
    academy.index._scopes.clear()
    report = academy.run()
    assert (report.repaired, report.embedded, report.status) == (5, 5, "done")
    assert held(academy) == fresh(folder)


def test_rows_that_nobody_knows_are_removed(academy: Academy, folder: Path) -> None:
    academy.run()
    academy.index.upsert([WrongAnswerNote("n-stray", TENANT, "$1$", "2"), WrongAnswerNote("own", TENANT, "$1$", "2")])
    assert academy.run().repaired == 1
    assert set(academy.index.hashes("note", TENANT)) - set(academy.ledger.content_hashes("note")) == {"own"}


def test_two_runs_at_once(academy: Academy) -> None:
    def second(call: str) -> None:
        if call == "before store":
            with pytest.raises(AnotherRun):
                academy.run()

    assert academy.run(index=Interposed(academy.index, second)).status == "done"


def test_globs_files_and_urls(tmp_path: Path) -> None:
    import fsspec

    folder = tmp_path / "notes"
    write(folder / "3반", "a.csv", note(1))
    write(folder / "4반", "a.csv", note(1))
    write(folder, "b.txt", head="")
    memory = fsspec.filesystem("memory")
    memory.pipe("/bucket/in/c.csv", (HEAD + note(5)).encode())
    academy = Academy()
    for url in (f"{folder}/**/*.csv", "memory://bucket/in"):
        academy.ledger.add_source(url, {}, None)
    assert (academy.run().new, academy.run().files_skipped) == (3, 3)
    memory.pipe("/bucket/in/c.csv", (HEAD + note(5) + note(6)).encode())
    assert academy.run().new == 1
    memory.rm("/bucket/in", recursive=True)
    assert academy.run().status == "partly"
    assert len(academy.rows()) == 4


def test_unknown_places_name_the_remedy(tmp_path: Path) -> None:
    academy = Academy()
    for url in (str(tmp_path / "none"), str(tmp_path / "none" / "*.csv"), "s3://bucket/x", "nothing://x"):
        academy.ledger.add_source(url, {}, None)
    problems = academy.run().problems
    assert [one.split("; what")[0].split(": ", 1)[-1] for one in problems[:1]] == ["is not there; is the disk mounted?"]
    assert "pip install 'yuje[s3]'" in problems[2]
    assert "no kind of place" in problems[3]
