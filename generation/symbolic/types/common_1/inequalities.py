"""Systems of inequalities, absolute values, quadratic inequalities [10공수1-02-09, 10, 11]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.tree import Expr, Relation
from generation.symbolic.building import linear, nonzero, quadratic
from generation.symbolic.told import Item, Said, UnfitError, as_text, solve, text, told_type
from generation.symbolic.types.common_1.polynomials import whole_coefficients

TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


def _bound(e: Relation) -> tuple[str, Fraction]:
    """``x < 3`` of a linear inequality. Raises UnfitError."""
    if e.op not in TURNED:
        raise UnfitError("an inequality")
    b, a = whole_coefficients(e.left, 1)
    if text(e.right).lstrip("-").isdigit():
        d, c = int(text(e.right)), 0
    else:
        d, c = whole_coefficients(e.right, 1)
    if a == c:
        raise UnfitError("an unknown")
    end = Fraction(d - b, a - c)
    return (e.op if a > c else TURNED[e.op]), end


def draw_system(rng: Random) -> dict[str, object]:
    low = rng.randint(-6, 3)
    high = low + rng.randint(2, 6)
    a, b = rng.choice((2, 3, 4)), nonzero(rng, -7, 7)
    c, d = rng.choice((2, 3, 5)), nonzero(rng, -7, 7)
    first = f"{text(linear(a, 'x', b))} {rng.choice(('>', '>='))} {a * low + b}"
    return {
        "e": first,
        "f": f"{text(linear(c, 'x', d))} {rng.choice(('<', '<='))} {text(linear(1, 'x', c * high + d - high))}",
    }


@told_type(
    "system-of-inequalities",
    standard="[10공수1-02-09]",
    ko="연립일차부등식",
    en="system of linear inequalities",
    draw=draw_system,
    says={
        "ko": ("연립부등식 {e}, {f}[을] 푸시오.", "연립일차부등식 {e}, {f}의 해를 구하시오."),
        "en": ("Solve the system of inequalities {e}, {f}.",),
    },
)
def system_of_inequalities(e: Relation, f: Relation) -> Item:
    (first, low), (second, high) = _bound(e), _bound(f)
    if (
        first not in (">", ">=")
        or second not in ("<", "<=")
        or low >= high
        or max(low.denominator, high.denominator) > 1
    ):
        raise ValueError("two bounds around an interval")

    def chain(left: Fraction, op: str, to: str, right: Fraction) -> str:
        return f"{as_text(left)} {op} x {to} {as_text(right)}"

    opens = TURNED[first]
    key = chain(low, opens, second, high)
    flip = {"<": "<=", "<=": "<"}
    wrong = [
        f"x {first} {as_text(low)}",
        f"x {second} {as_text(high)}",
        chain(low, flip[opens], flip[second], high),
        chain(-high, opens, second, -low),
    ]
    return Item(
        solve([text(e), text(f)], "x"),
        (key,),
        (
            Said("첫째 부등식을 풀면", "solve the first", f"x {first} {as_text(low)}"),
            Said("둘째 부등식을 풀면", "solve the second", f"x {second} {as_text(high)}"),
            Said("공통부분을 구하면", "take what they have in common", key),
        ),
        tuple((w,) for w in wrong if w != key),
    )


def draw_chain(rng: Random) -> dict[str, object]:
    low = rng.randint(-5, 2)
    high = low + rng.randint(2, 5)
    a, b = rng.choice((2, 3, 4)), nonzero(rng, -7, 7)
    return {"l": a * low + b, "f": linear(a, "x", b), "h": a * high + b}


@told_type(
    "chain-of-inequalities",
    standard="[10공수1-02-09]",
    ko="$A<B<C$ 꼴의 부등식",
    en="chain of inequalities",
    draw=draw_chain,
    says={
        "ko": ("부등식 ${l}<{f}\\le {h}$[을] 푸시오.", "연립부등식 ${l}<{f}\\le {h}$의 해를 구하시오."),
        "en": ("Solve ${l}<{f}\\le {h}$.",),
    },
)
def chain_of_inequalities(l: int, f: Expr, h: int) -> Item:  # noqa: E741 - the slot's name
    b, a = whole_coefficients(f, 1)
    low, high = Fraction(l - b, a), Fraction(h - b, a)
    if a < 2 or low >= high or max(low.denominator, high.denominator) > 1:
        raise ValueError("an interval with whole ends")
    key = f"{low} < x <= {high}"
    wrong = [
        f"{low} <= x < {high}",
        f"{low} < x < {high}",
        f"{l} < x <= {h}",
        f"{-high} < x <= {-low}",
        f"{Fraction(l + b, a)} < x <= {Fraction(h + b, a)}",
    ]
    return Item(
        solve([f"{l} < {text(f)} <= {h}"], "x"),
        (key,),
        (
            Said("각 변에서 상수를 이항하면", "move the constant in each part", f"{l - b} < {a}x <= {h - b}"),
            Said(f"각 변을 ${a}$[으로] 나누면", f"divide by ${a}$", key),
        ),
        tuple((w,) for w in dict.fromkeys(wrong) if w != key),
    )


def draw_absolute(rng: Random) -> dict[str, object]:
    a, k = rng.choice((1, 1, 2, 3)), rng.randint(1, 6)
    middle = nonzero(rng, -4, 4)
    return {"f": linear(a, "x", -a * middle), "c": a * k}


def _ends(f: Expr, c: int) -> tuple[Fraction, Fraction]:
    b, a = whole_coefficients(f, 1)
    if a < 1 or c <= 0 or b == 0:
        raise UnfitError("an absolute value below a positive number")
    low, high = Fraction(-c - b, a), Fraction(c - b, a)
    if max(low.denominator, high.denominator) > 2:
        raise UnfitError("clean ends")
    return low, high


@told_type(
    "absolute-value-below",
    standard="[10공수1-02-10]",
    ko="절댓값을 포함한 부등식",
    en="absolute value inequality",
    draw=draw_absolute,
    says={
        "ko": ("부등식 $|{f}|<{c}$[을] 푸시오.", "부등식 $|{f}|<{c}$의 해를 구하시오."),
        "en": ("Solve the inequality $|{f}|<{c}$.",),
    },
)
def absolute_value_below(f: Expr, c: int) -> Item:
    low, high = _ends(f, c)
    key = f"{as_text(low)} < x < {as_text(high)}"
    wrong = [
        f"x < {as_text(high)}",
        f"x < {as_text(low)} or x > {as_text(high)}",
        f"{as_text(-high)} < x < {as_text(-low)}",
        f"{as_text(low)} <= x <= {as_text(high)}",
    ]
    return Item(
        solve([f"|{text(f)}| < {c}"], "x"),
        (key,),
        (
            Said("절댓값 기호를 풀면", "without the bars", f"-{c} < {text(f)} < {c}"),
            Said("정리하면", "so", key),
        ),
        tuple((w,) for w in wrong if w != key),
    )


@told_type(
    "absolute-value-at-least",
    standard="[10공수1-02-10]",
    ko="절댓값을 포함한 부등식",
    en="absolute value inequality",
    draw=draw_absolute,
    says={
        "ko": ("부등식 $|{f}|\\ge {c}$[을] 푸시오.", "부등식 $|{f}|\\ge {c}$의 해를 구하시오."),
        "en": ("Solve the inequality $|{f}|\\ge {c}$.",),
    },
)
def absolute_value_at_least(f: Expr, c: int) -> Item:
    low, high = _ends(f, c)
    key = f"x <= {as_text(low)} or x >= {as_text(high)}"
    wrong = [
        f"x >= {as_text(high)}",
        f"{as_text(low)} <= x <= {as_text(high)}",
        f"x <= {as_text(-high)} or x >= {as_text(-low)}",
        f"x < {as_text(low)} or x > {as_text(high)}",
    ]
    return Item(
        solve([f"|{text(f)}| >= {c}"], "x"),
        (key,),
        (
            Said("절댓값 기호를 풀면", "without the bars", f"{text(f)} <= -{c} or {text(f)} >= {c}"),
            Said("정리하면", "so", key),
        ),
        tuple((w,) for w in wrong if w != key),
    )


def draw_quadratic(rng: Random) -> dict[str, object]:
    p, q = rng.sample(range(-6, 7), 2)
    return {"e": f"{text(quadratic(1, -p - q, p * q, 'x'))} {rng.choice(('<', '<=', '>', '>='))} 0"}


@told_type(
    "quadratic-inequality",
    standard="[10공수1-02-11]",
    ko="이차부등식",
    en="quadratic inequality",
    draw=draw_quadratic,
    says={
        "ko": ("이차부등식 {e}[을] 푸시오.", "이차부등식 {e}의 해를 구하시오."),
        "en": ("Solve the quadratic inequality {e}.",),
    },
)
def quadratic_inequality(e: Relation) -> Item:
    c, b, a = whole_coefficients(e.left, 2)
    roots = sorted(r for r in range(-60, 61) if a * r * r + b * r + c == 0)
    if e.op not in TURNED or text(e.right) != "0" or len(roots) != 2 or a != 1:
        raise ValueError("two whole roots")
    p, q = roots
    edge = "=" if "=" in e.op else ""
    inside, outside = f"{p} <{edge} x <{edge} {q}", f"x <{edge} {p} or x >{edge} {q}"
    key, other = (inside, outside) if e.op[0] == "<" else (outside, inside)
    mirrored = f"{-q} <{edge} x <{edge} {-p}" if key == inside else f"x <{edge} {-q} or x >{edge} {-p}"
    loose = "" if edge else "="
    changed = f"{p} <{loose} x <{loose} {q}" if key == inside else f"x <{loose} {p} or x >{loose} {q}"

    def factor(r: int) -> str:
        return "x" if r == 0 else f"(x {'-' if r > 0 else '+'} {abs(r)})"

    return Item(
        solve([text(e)], "x"),
        (key,),
        (
            Said("좌변을 인수분해하면", "factor the left side", f"{factor(p)}{factor(q)} {e.op} 0"),
            Said("따라서", "so", key),
        ),
        tuple((w,) for w in dict.fromkeys((other, mirrored, changed, f"x {e.op} {q}")) if w != key),
    )


def draw_both(rng: Random) -> dict[str, object]:
    p = rng.randint(-5, 2)
    q = p + rng.randint(3, 6)
    cut = rng.randint(p + 1, q - 1)
    return {
        "e": f"{text(quadratic(1, -p - q, p * q, 'x'))} <= 0",
        "f": f"{text(linear(2, 'x', -2 * cut))} > 0" if cut else "2x > 0",
    }


@told_type(
    "system-with-quadratic-inequality",
    standard="[10공수1-02-11]",
    ko="연립이차부등식",
    en="system with a quadratic inequality",
    draw=draw_both,
    says={
        "ko": ("연립부등식 {e}, {f}[을] 푸시오.", "연립이차부등식 {e}, {f}의 해를 구하시오."),
        "en": ("Solve the system of inequalities {e}, {f}.",),
    },
)
def system_with_quadratic_inequality(e: Relation, f: Relation) -> Item:
    c, b, a = whole_coefficients(e.left, 2)
    roots = sorted(r for r in range(-60, 61) if a * r * r + b * r + c == 0)
    op, cut = _bound(f)
    if (
        e.op != "<="
        or text(e.right) != "0"
        or len(roots) != 2
        or op != ">"
        or not roots[0] < cut < roots[1]
        or a != 1
        or cut.denominator > 1
    ):
        raise ValueError("an interval that is cut")
    p, q = roots
    key = f"{cut} < x <= {q}"
    return Item(
        solve([text(e), text(f)], "x"),
        (key,),
        (
            Said("이차부등식을 풀면", "solve the quadratic inequality", f"{p} <= x <= {q}"),
            Said("일차부등식을 풀면", "solve the linear inequality", f"x > {cut}"),
            Said("공통부분을 구하면", "take what they have in common", key),
        ),
        ((f"{p} <= x <= {q}",), (f"x > {cut}",), (f"{p} <= x < {cut}",), (f"{cut} <= x < {q}",)),
    )
