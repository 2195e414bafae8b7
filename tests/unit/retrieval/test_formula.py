from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.formula import split_formulas
from retrieval.structure import structure_tokens


@pytest.mark.parametrize(
    ("text", "words", "shapes"),
    [
        ("이차방정식 $x^2-5x+6=0$을 푸시오.", "이차방정식  을 푸시오.", ["v2svsnen"]),
        ("y²−7y+10=0 풀기", "  풀기", ["v2svsnen"]),
        (r"$\frac{1}{2}+\frac{1}{3}$을", "  을".replace("  ", " "), ["nfnsnfn"]),
        ("1/2+1/3을", " 을", ["nfnsnfn"]),
        ("√18+√8 를", "  를", ["rnsrn"]),
        (r"$\begin{cases} 2x+y=7 \\ x-y=2 \end{cases}$", " ", ["vswen", "vswen"]),
        (r"$|x-2| \le 3$", " ", ["bvsnbln"]),
        ("닭과 토끼가 20마리", "닭과 토끼가 20마리", []),
        ("Find the value of it", "Find the value of it", []),
        (r"$(a^3)^2 \times a^4$", " ", ["ov3c2mvp"]),
    ],
)
def test_formulas_become_shapes(text: str, words: str, shapes: list[str]) -> None:
    assert split_formulas(text) == (words, shapes)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$x^2-5x+6=0$", "y²−7y+10=0"),
        (r"$2\sqrt{3}+\sqrt{12}$", "5√2+√8"),
        (r"$\frac{2}{3}\div\frac{4}{5}$", "1/7÷3/2"),
        (r"$-2x \geq 6$", "−3a≥9"),
        (r"$(x+3)^{2}$", "(y-1)²"),
        (r"$\left|x-2\right|<3$", "|y+5|<1"),
    ],
)
def test_spelling_numbers_and_letters_do_not_matter(one: str, other: str) -> None:
    assert split_formulas(one)[1] == split_formulas(other)[1]


def test_different_structures_differ() -> None:
    formulas = ["$x^2-5x+6=0$", "$5x+6=0$", "$x^2-5x+6$", "$x^2-5x+6<0$", r"$\sqrt{5}+\sqrt{6}$", "$x^3-1=0$"]
    assert len({tuple(split_formulas(formula)[1]) for formula in formulas}) == len(formulas)


def test_tokens_name_the_traits() -> None:
    tokens = structure_tokens(["v2svsnen"])
    assert "fzv2svsnen" in tokens
    assert "fxeqdeg2unknowns1" in tokens
    assert "fxsystem2" in structure_tokens(["vswen", "vswen"])


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_tokens_of_any_text_are_letters_and_digits(text: str) -> None:
    _, shapes = split_formulas(text)
    assert all(re.fullmatch(r"f[xyz][a-z0-9]+", token) for token in structure_tokens(shapes))
