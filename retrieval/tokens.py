"""Texts as tokens for both legs of the search.

A token is a morpheme, a glossary term (``g…``), a pair of syllables (``b…``) or a formula's structure (``f…``, see
:mod:`retrieval.structure`). Korean is agglutinative and compounds are spelt with and without spaces, so words alone
find little: "이차방정식" finds none of "이차방정식을". Recall@5 by BM25 on a set of school items was .21 with
words, .59 with morphemes and a glossary, .66 with syllable pairs, .69 with all of them.

Every token is made of letters and digits only, so that the ``standard`` analyzer, the one that Milvus Lite and
Milvus have in common, splits the joined text at the spaces and nowhere else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from retrieval.formula import split_formulas
from retrieval.glossary import find_terms, korean_terms
from retrieval.structure import structure_tokens

if TYPE_CHECKING:
    from kiwipiepy import Kiwi, Token

VERSION = 3
"""Raise when the tokens of a text change: stored rows are then built anew."""
MAX_TEXT = 12_000
"""Characters looked at: a note's fields together; more is cut off, which keeps the stored tokens bounded."""
MAX_TOKEN_BYTES = 60_000
"""Bytes of the joined tokens, under the 65,535 of a text field of Milvus; Korean takes some 15 a character."""
_KEPT = frozenset({"NNG", "NNP", "NR", "VV", "VA", "XR", "SL", "MAG"})
_EVERYWHERE = frozenset({"구하", "값", "때", "b구하", "b하시", "b시오", "b여라", "b값을"})
"""Left out: in a quarter to four fifths of all school items, they tell nothing and cost half the time of BM25."""
_USER_SCORE = 5.0
"""Weight of glossary words in the analyser: at 0 이차방정식 still falls apart into 이, 차 and 방정식."""
_HANGUL = re.compile(r"[가-힣]{2,}")
_WORD = re.compile(r"[^\W_]+")
_analyser_lock = Lock()


@lru_cache(maxsize=512)  # a row is tokenised for both legs; more would only keep students' texts in memory
def tokenise(text: str) -> str:
    """Tokens of a text joined by spaces; the same for stored rows and queries.

    >>> "g이차방정식" in tokenise("2차방정식 x²-x-2=0").split()
    True
    """
    storable = text[:MAX_TEXT].encode(errors="replace").decode()  # half a surrogate pair stops the analyser
    words, shapes = split_formulas(storable)
    lower = words.lower()
    tokens = _morphemes(lower)
    tokens += [f"g{term.replace(' ', '')}" for term in find_terms(lower)]
    tokens += [f"b{run[i : i + 2]}" for run in _HANGUL.findall(lower) for i in range(len(run) - 1)]
    tokens += structure_tokens(shapes)
    joined = " ".join(part for token in tokens if token not in _EVERYWHERE for part in _WORD.findall(token))
    if len(joined.encode()) <= MAX_TOKEN_BYTES:
        return joined
    return joined.encode()[:MAX_TOKEN_BYTES].decode(errors="ignore").rpartition(" ")[0]


def analysed(text: str) -> list[Token]:
    """Morphemes of a text by the one analyser of this process, which knows the glossary's words. It takes 0.5 GB."""
    with _analyser_lock:
        analyser = _analyser()
    return list(analyser.tokenize(text))


def _morphemes(text: str) -> list[str]:
    return [token.form for token in analysed(text) if token.tag in _KEPT]


@lru_cache(maxsize=1)
def _analyser() -> Kiwi:
    # Slow: loading the model takes 1.5 s and adding words as long again, which only a search should pay.
    from kiwipiepy import Kiwi

    analyser = Kiwi(num_workers=1)
    for term in korean_terms():
        analyser.add_user_word(term, "NNP", _USER_SCORE)
    return analyser
