from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from retrieval.structure import MAX_SIGNATURE, canonical, likeness, signature


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("이차방정식 $x^2-5x+6=0$을 푸시오.", "y²−7y+10=0"),
        ("$6-5x+x^2=0$", "$0=t^2+t-3$"),
        ("$x+y^2=1$", "$b+a^2=7$"),
        (r"$\frac{1}{2}+0.3$", r"$0.5-\frac{2}{7}$"),
        ("$(x-2)(3+x)=0$", "$(y+1)(y+2)=0$"),
        (r"$\begin{cases} 2x+y=7 \\ x-y=2 \end{cases}$", r"$a-b=1$, $3b+a=4$"),
        ("$f(x)=1-2x$", "$f(x)=3x+5$"),
    ],
)
def test_order_numbers_and_letters_do_not_matter(one: str, other: str) -> None:
    assert signature(one) == signature(other) != ""
    assert likeness(signature(one), signature(other)) == 1


def test_nearer_structures_are_more_alike() -> None:
    item = signature("$x^2-5x+6=0$")
    others = ["$2y^2+7y-3=0$", "$x^2=9$", "$(x-1)(x+4)=0$", "$x^2-5x+6>0$", r"$\sqrt{12}+\sqrt{3}$"]
    scores = [likeness(item, signature(other)) for other in others]
    assert scores[0] == 1
    assert all(scores[4] < score < 1 for score in scores[1:4])


def test_texts_without_formulas_are_like_nothing() -> None:
    assert signature("닭과 토끼가 모두 20마리이다.") == ""
    assert likeness("", "") == likeness("", "v2en") == 0


def test_signatures_are_bounded() -> None:
    assert 0 < len(signature(" $x^2+1=0$, " * 2000)) <= MAX_SIGNATURE


@settings(max_examples=1000)
@example("cso")
@given(st.text(alphabet="vwutn23sefocblrm", max_size=60))
def test_canonical_form_has_the_same_symbols_and_is_its_own(shape: str) -> None:
    form = canonical(shape)
    assert sorted(re.sub("[vwus]", "", form)) == sorted(re.sub("[vwus]", "", shape))
    assert canonical(form) == form


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_signature_of_any_text_is_letters_and_digits(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9 ]*", signature(text))
