"""The root of an equation is given, one of its numbers is sought."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from random import Random

from generation.expression.exact import exact
from generation.expression.normal import polynomial_tree
from generation.expression.polynomial import Polynomial
from generation.expression.render import infix
from generation.expression.tree import (
    Expr,
    Mul,
    Node,
    Num,
    Pow,
    Relation,
    Sym,
    children,
    number,
    rebuild,
    replace_each,
    substitute,
    symbols,
)
from generation.problem import Ask, Model
from generation.symbolic.building import linear
from generation.symbolic.told import Item, Said, Slots, tex, text, told_statement, told_type
from generation.symbolic.wordings import wordings

LETTER = "a"


def draw(rng: Random) -> dict[str, object]:
    a, b, x = rng.choice((2, 3, 4, 5, -2, -3)), rng.choice((-7, -5, -3, 2, 4, 6, 9)), rng.choice((-4, -3, -2, 2, 3, 5))
    equation = Relation("=", linear(a, "x", b), number(a * x + b))
    return dict(rng.choice(list(turned_around(equation, "x", x))))


def turned_around(equation: Relation, name: str, root: Fraction | int) -> Iterator[Slots]:
    """The slots of every such item that an equation with a known root leads to: one number hidden at a time."""
    if LETTER in symbols(equation):
        return
    for hidden in replace_each(equation, _hide):
        if isinstance(hidden, Relation) and name in symbols(hidden):
            yield {"f": _as_coefficient(hidden), "x": Sym(name), "r": root}


def _hide(node: Node) -> Iterator[Node]:
    """A number is hidden where it is written out; exponents and what stands below a fraction bar stay."""
    if isinstance(node, Num) and node.value > 1 and not node.decimals:
        yield Sym(LETTER)


def _as_coefficient(node: Node) -> Node:
    """``a*x`` without the sign between them."""
    parts = tuple(_as_coefficient(part) for part in children(node))
    if isinstance(node, Mul):
        return Mul(parts[0], parts[1], implicit=True)  # type: ignore[arg-type]
    return rebuild(node, parts) if parts else node


@told_type(
    "constant-from-root",
    standard="[9수02-03]",
    ko="해가 주어진 방정식",
    en="equation with a known solution",
    draw=draw,
    says={
        "ko": (
            "{x}에 대한 방정식 {f}의 해가 ${x}={r}$일 때, 상수 $a$의 값을 구하시오.",
            "방정식 {f}의 한 해가 ${x}={r}$일 때, 상수 $a$의 값을 구하시오.",
        ),
        "en": ("Find the value of the constant $a$ such that the equation {f} holds for ${x}={r}$.",),
    },
    reads=(
        "{x}에 대한 일차방정식 {f}의 해가 ${x}={r}$일 때, 상수 $a$의 값을 구하시오.",
        "이차방정식 {f}의 한 근이 {r}일 때, 상수 $a$의 값을 구하시오.",
        *wordings(
            "<일차|이차|>방정식 {f}의 <해가|한 해가|근이|한 근이> ${x}={r}$일 때, <상수 $a$의|$a$의> 값을 구하시오.",
            "<일차|이차|>방정식 {f}의 <해가|한 해가|근이|한 근이> {r}일 때, <상수 $a$의|$a$의> 값을 구하시오.",
        ),
    ),
)
def constant_from_root(f: Relation, r: Fraction | int, x: Sym | None = None) -> Item:
    name = x.name if x is not None else next(iter(symbols(f) - {LETTER}))
    if symbols(f) != {name, LETTER} or f.op != "=" or any(_raised(part) for part in (f.left, f.right)):
        raise ValueError("an equation in the unknown and one constant")
    placed = substitute(f, {name: number(r)})
    assert isinstance(placed, Relation)
    slope, rest = _linear(placed)
    key = -rest / slope
    given = f"{name} = {text(r)}"
    return Item(
        Model(Ask("value", of=LETTER), {name: "real", LETTER: "real"}, given=(infix(f), given)),
        (text(key if key.denominator != 1 else int(key)),),
        (
            Said(told_statement("${x}={r}$[을] 방정식에 대입하면", {"x": Sym(name), "r": r}),
                 f"put ${name}={tex(r)}$ into the equation", placed),
            Said(f"${LETTER}$에 대하여 정리하면", f"collect for ${LETTER}$", _collected(slope, rest)),
            Said("따라서", "so", f"{LETTER} = {text(key if key.denominator != 1 else int(key))}"),
        ),
    )  # fmt: skip


def _raised(expr: Expr) -> bool:
    return isinstance(expr, Pow) and LETTER in symbols(expr.exponent)


def _linear(equation: Relation) -> tuple[Fraction, Fraction]:
    """``slope·a + rest = 0``. Raises ValueError where the constant does not come out."""
    left, right = exact(equation.left).polynomial(), exact(equation.right).polynomial()
    coefficients = None if left is None or right is None else (left - right).rational_coefficients(LETTER)
    if coefficients is None or len(coefficients) != 2:
        raise ValueError("not linear in the constant")
    rest, slope = coefficients
    return slope, rest


def _collected(slope: Fraction, rest: Fraction) -> Relation:
    left = polynomial_tree(Polynomial.variable(LETTER).scaled(slope))
    return Relation("=", left, number(-rest) if rest else Num(Fraction(0)))
