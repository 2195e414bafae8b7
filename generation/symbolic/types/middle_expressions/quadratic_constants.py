"""Constants of quadratic equations and perfect squares, and the other root [9수02-19], [9수02-20]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.exact import exact
from generation.expression.render import infix
from generation.expression.tree import Expr, Num, Relation, Sym, number, substitute, symbols
from generation.problem import Ask, Model
from generation.symbolic.building import nonzero
from generation.symbolic.told import Item, Said, as_text, slips, text, told_type
from generation.symbolic.types.common_1.polynomials import whole_coefficients
from generation.symbolic.wordings import wordings

PRODUCTS, QUADRATIC = "[9수02-19]", "[9수02-20]"


def _square_with_constant(f: Expr) -> tuple[int, int, str]:
    """a and b of ``ax^2 + bx + k``, and the letter that stands for the constant."""
    name = next(iter(symbols(f) - {"x"}), "")
    if symbols(f) != {"x", name}:
        raise ValueError("a quadratic with a constant to be found")
    bare = substitute(f, {name: Num(Fraction(0))})
    assert isinstance(bare, Expr)
    _, b, a = whole_coefficients(bare, 2)
    rest = exact(substitute(f, {"x": Num(Fraction(0))})).polynomial()
    if rest is None or rest.rational_coefficients(name) != [Fraction(0), Fraction(1)]:
        raise ValueError("the constant itself")
    if a < 1 or b == 0 or (b * b) % (4 * a):
        raise ValueError("a perfect square")
    return a, b, name


@told_type(
    "constant-of-perfect-square",
    standard=PRODUCTS,
    ko="완전제곱식이 되는 조건",
    en="perfect square",
    draw=lambda rng: {"f": f"x^2 {rng.choice('+-')} {2 * rng.randint(1, 60)}x + k"},
    says={
        "ko": (
            "{f}[이] 완전제곱식이 되도록 하는 상수 $k$의 값을 구하시오.",
            "이차식 {f}[이] 완전제곱식이 될 때, 상수 $k$의 값을 구하시오.",
        ),
        "en": ("Find the constant $k$ for which {f} is a perfect square.",),
    },
    reads=wordings(
        "<이차식 |다항식 |>{f}이 완전제곱식이 <되도록 하는|되게 하는|되기 위한> 상수 <$k$|$a$|$A$|$m$>의 값을 구하시오.",
        "<이차식 |다항식 |>{f}이 완전제곱식<이 될|일> 때, 상수 <$k$|$a$|$A$|$m$>의 값을 구하시오.",
    ),
)
def constant_of_perfect_square(f: Expr) -> Item:
    a, b, name = _square_with_constant(f)
    key = b * b // (4 * a)
    return Item(
        Model(
            Ask("value", of=name),
            {"x": "real", name: "real"},
            given=("f(x) = 0", "f'(x) = 0"),
            define={"f(x)": infix(f)},
        ),
        (str(key),),
        (
            Said("상수항이 일차항의 계수의 절반의 제곱이어야 하므로" if a == 1 else "판별식이 $0$이어야 하므로",
                 "the constant is the square of half the coefficient of $x$" if a == 1 else "the discriminant is $0$",
                 f"{name} = ({b}/2)^2" if a == 1 else f"({b})^2 - 4*{a}*{name} = 0"),
            Said("따라서", "so", f"{name} = {key}"),
        ),
        slips(key, b * b, Fraction(b, 2), Fraction(b * b, 2), abs(b), -key, fits=lambda n: n.denominator == 1),
    )  # fmt: skip


@told_type(
    "constant-of-equal-roots",
    standard=QUADRATIC,
    ko="이차방정식이 중근을 가질 조건",
    en="equal roots",
    draw=lambda rng: {"f": f"x^2 {rng.choice('+-')} {2 * rng.randint(1, 60)}x + k"},
    says={
        "ko": (
            "이차방정식 ${f}=0$이 중근을 가질 때, 상수 $k$의 값을 구하시오.",
            "이차방정식 ${f}=0$이 중근을 갖도록 하는 상수 $k$의 값을 구하시오.",
        ),
        "en": ("The quadratic equation ${f}=0$ has a repeated root. Find the constant $k$.",),
    },
    reads=wordings(
        "<$x$에 대한 |>이차방정식 ${f}=0$이 중근을 <가질 때,|갖도록 하는|가지도록 하는> 상수 <$k$|$a$|$m$>의 값을 구하시오.",
        "이차방정식 ${f}=0$이 중근을 가질 때, <$k$|$a$|$m$>의 값을 구하시오.",
    ),
)
def constant_of_equal_roots(f: Expr) -> Item:
    a, b, name = _square_with_constant(f)
    key = b * b // (4 * a)
    return Item(
        Model(
            Ask("value", of=name),
            {"x": "real", name: "real"},
            given=("f(x) = 0", "f'(x) = 0"),
            define={"f(x)": infix(f)},
        ),
        (str(key),),
        (
            Said("좌변이 완전제곱식이어야 하므로" if a == 1 else "판별식이 $0$이어야 하므로",
                 "the left side is a square" if a == 1 else "the discriminant is $0$",
                 f"{name} = ({b}/2)^2" if a == 1 else f"({b})^2 - 4*{a}*{name} = 0"),
            Said("따라서", "so", f"{name} = {key}"),
        ),
        slips(key, b * b, Fraction(b, 2), Fraction(b * b, 2), abs(b), -key, fits=lambda n: n.denominator == 1),
    )  # fmt: skip


def _one_root(rng: Random) -> dict[str, object]:
    r = nonzero(rng, -9, 9)
    other = nonzero(rng, -9, 9, avoid=(-r, -r - 1, 1 - r))
    hides = rng.random() < 0.6
    b, c = -(r + other), r * other
    middle = "ax" if hides else f"{b}x"
    return {"e": f"x^2 + {middle} + {c if hides else 'a'} = 0".replace("+ -", "- "), "r": r}


def _other(e: Relation, r: int) -> tuple[str, Fraction, Fraction, Relation]:
    """The letter, its value, the other root, and the equation with the given root put in."""
    name = next(iter(symbols(e) - {"x"}), "")
    if symbols(e) != {"x", name} or e.op != "=" or text(e.right) != "0":
        raise ValueError("an equation with one constant")
    placed = substitute(e, {"x": number(r)})
    assert isinstance(placed, Relation)
    at_root = exact(placed.left).polynomial()
    coefficients = None if at_root is None else at_root.rational_coefficients(name)
    if coefficients is None or len(coefficients) != 2:
        raise ValueError("a constant that comes out")
    constant = -coefficients[0] / coefficients[1]
    whole = substitute(e.left, {name: number(constant)})
    assert isinstance(whole, Expr)
    _, b, a = whole_coefficients(whole, 2)
    return name, constant, Fraction(-b, a) - r, placed


@told_type(
    "other-root",
    standard=QUADRATIC,
    ko="한 근이 주어진 이차방정식의 다른 근",
    en="the other root",
    draw=_one_root,
    says={
        "ko": (
            "이차방정식 {e}의 한 근이 {r}이고 다른 한 근이 $b$일 때, $b$의 값을 구하시오. (단, $a$는 상수)",
            "이차방정식 {e}의 두 근이 {r}, $b$일 때, $b$의 값을 구하시오. (단, $a$는 상수)",
        ),
        "en": ("The roots of the quadratic equation {e} with a constant $a$ are ${r}$ and $b$. Find $b$.",),
    },
    reads=wordings(
        "<$x$에 대한 |>이차방정식 {e}의 한 근이 <$x={r}$|{r}>일 때, <다른 한 근을|나머지 한 근을|다른 근을> 구하시오.<| (단, $a$는 상수)| (단, $k$는 상수)>",
    ),
)
def other_root(e: Relation, r: int) -> Item:
    name, constant, other, placed = _other(e, r)
    if constant == 0 or other == r or constant.denominator != 1:
        raise ValueError("another root")
    assert isinstance(e.left, Expr)
    whole = substitute(e.left, {name: number(constant), "x": Sym("b")})
    key = as_text(other)
    return Item(
        Model(
            Ask("value", of="b"),
            {"x": "real", name: "real", "b": "real"},
            given=(f"f({r}) = 0", "f(b) = 0", f"b != {r}"),
            define={"f(x)": infix(e.left)},
        ),
        (key,),
        (
            Said(f"$x={r}$[을] 대입하면", f"put $x={r}$ into the equation", infix(placed)),
            Said(f"${name}$의 값을 구하면", f"find ${name}$", f"{name} = {as_text(constant)}"),
            Said(
                "이것을 처음 방정식에 넣고 인수분해하면", "put it into the equation and factor", f"{infix(whole)} = 0"
            ),
            Said("따라서 다른 한 근은", "so the other root is", f"b = {key}"),
        ),
        slips(other, -other, constant, r, other + 1, other - 1, -constant),
    )
