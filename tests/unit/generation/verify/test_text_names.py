"""Names that a text gives to what its model writes out: a changed number, sign or operation is still found."""

import pytest

from generation.problem import Answer, Ask, Model, Problem
from generation.verify.verifier import verify

ROOTS = Model(
    Ask("value", of="p^2 + q^2"),
    {"x": "complex", "p": "complex", "q": "complex"},
    given=("f(p) = 0", "f(q) = 0", "p != q"),
    define={"f(x)": "x^2 - 6x + 2"},
)
MATRICES = Model(Ask("value", of="2*[[1, 2], [2, 2]] - 3*[[0, 1], [3, 5]]"))
LOGARITHMS = Model(
    Ask("value", of="log(6) - 1*log(2) - 1*log(3) + 1*p + 1*q"),
    {"p": "real", "q": "real"},
    given=("p = 0.3010", "q = 0.4771"),
)
RECURSION = Model(Ask("value", of="a(4)"), {"n": "natural"}, define={"a(n)": "2*a(n-1) + 3", "a(1)": "1"})
ROOTS_TEXT = r"Let $\alpha$ and $\beta$ be the roots of $x^2-6x+2=0$. Find $\alpha^2+\beta^2$."
MATRIX_TEXT = (
    r"Let $A=\begin{pmatrix} 1 & 2 \\ 2 & 2 \end{pmatrix}$ and $B=\begin{pmatrix} 0 & 1 \\ 3 & 5 \end{pmatrix}$. "
    r"Find $2A-3B$."
)
LOGARITHM_TEXT = r"Given $\log 2=0.3010$ and $\log 3=0.4771$, find $\log 6$."
RECURSION_TEXT = r"A sequence is defined by $a_1=1$ and $a_{n+1}=2a_n+3$. Find term number $4$."
CASES = [
    (ROOTS, "32", ROOTS_TEXT, [("-6x", "-7x"), ("+2=0", "-2=0"), (r"\alpha^2+", r"\alpha^2-")]),
    (MATRICES, "[[2, 1], [-5, -11]]", MATRIX_TEXT, [("2A-3B", "2A+3B"), ("2A", "4A"), ("3 & 5", "3 & 6")]),
    (LOGARITHMS, "0.7781", LOGARITHM_TEXT, [("0.3010", "0.3011"), (r"\log 6", r"\log 12")]),
    (RECURSION, "29", RECURSION_TEXT, [("2a_n+3", "2a_n-3"), ("2a_n+3", "3a_n+3"), ("a_1=1", "a_1=2")]),
]


@pytest.mark.parametrize(("model", "key", "text", "changes"), CASES)
def test_names_are_understood_and_changes_found(
    model: Model, key: str, text: str, changes: list[tuple[str, str]]
) -> None:
    assert verify(Problem(text, model, Answer((key,)), "en")).verdict in ("proved", "corroborated")
    for old, new in changes:
        assert old in text
        changed = Problem(text.replace(old, new), model, Answer((key,)), "en")
        assert verify(changed).verdict not in ("proved", "corroborated"), changed.statement
