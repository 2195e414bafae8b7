"""The labelled notes of ``tests/benchmarks/retrieval_queries.tsv`` are what their benchmark says they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from retrieval.sampling import fill
from retrieval.standard import load_standards
from retrieval.tokens import tokenise
from retrieval.training.__main__ import ROUNDS
from retrieval.training.corpus import sample_texts
from retrieval.training.model import Settings
from retrieval.wording import load_wordings
from tests.benchmarks.retrieval_quality import Query, read_queries

NEAR = 0.5
"""Share of common tokens from which a paraphrase would count as a wording that is known."""


def test_they_are_many_over_all_units_and_half_are_paraphrased() -> None:
    queries, standards = read_queries(), load_standards()
    assert len(queries) == len({query.text for query in queries}) >= 400
    assert sum(query.style == "paraphrase" for query in queries) * 2 >= len(queries)
    assert {query.style for query in queries} == {"plain", "paraphrase"}
    units = {(standard.course, standard.unit) for standard in standards.values()}
    for style in ("plain", "paraphrase"):
        own = [standards[query.standard] for query in queries if query.style == style]
        assert {(standard.course, standard.unit) for standard in own} == units


def test_no_paraphrase_is_near_a_wording_that_the_embedding_is_trained_on() -> None:
    rng = Random(5)
    wordings = [(wording, _tokens(fill(wording, rng))) for own in load_wordings().values() for wording in own]
    near = [
        (query.text, wording)
        for query in read_queries()
        if query.style == "paraphrase"
        for wording, tokens in wordings
        if _likeness(_tokens(query.text), tokens) >= NEAR
    ]
    assert near == []


def test_no_note_is_a_problem_that_the_embedding_is_trained_on() -> None:
    """Plain notes are worded as schools word items, and so are wordings; but their numbers are never the same."""
    sampled = sample_texts(load_wordings(), Settings().seed, ROUNDS)
    trained = {_bare(text) for anchor, positive, _ in sampled for text in (anchor, positive)}
    assert [query.text for query in read_queries() if _bare(query.text) in trained] == []


def test_paraphrases_share_few_words_with_their_standard() -> None:
    queries = read_queries()
    shares = {
        style: list(_shares(query for query in queries if query.style == style)) for style in ("plain", "paraphrase")
    }
    mean = {style: sum(own) / len(own) for style, own in shares.items()}
    assert mean["paraphrase"] < 0.15
    assert mean["paraphrase"] < mean["plain"] / 2


def _shares(queries: Iterator[Query]) -> Iterator[float]:
    """Share of a note's words that the notice has in the text of its standard."""
    for query in queries:
        words = _words(query.text)
        yield len(words & _words(load_standards()[query.standard].text)) / max(1, len(words))


def _bare(text: str) -> str:
    """A problem without spaces, end of sentence and the student's answer."""
    return re.sub(r"[\s.?]+|학생 답.*|(구하시오|구하여라)", "", text)


def _words(text: str) -> set[str]:
    return {token for token in _tokens(text) if not re.match(r"[bfg]", token)}


def _tokens(text: str) -> set[str]:
    return set(tokenise(text).split())


def _likeness(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
