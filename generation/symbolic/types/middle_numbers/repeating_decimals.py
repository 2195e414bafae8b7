"""Repeating decimals as fractions [9수01-06]."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from generation.expression.tree import Add, Node, Num, Sub
from generation.symbolic.told import Item, Said, UnfitError, as_text, form, told_type


def repeating(lead: str, block: str) -> str:
    """``0.\\dot{3}`` as the school writes it: dots over the first and last digit that repeat."""
    dotted = f"\\dot{{{block}}}" if len(block) == 1 else f"\\dot{{{block[0]}}}{block[1:-1]}\\dot{{{block[-1]}}}"
    return f"{lead}{dotted}"


def value_of(node: Node) -> Fraction:
    """The value of a repeating decimal. Raises UnfitError for everything else."""
    if not isinstance(node, Num) or not node.repeating:
        raise UnfitError("a repeating decimal")
    return node.value


def _drawn(rng: Random) -> str:
    whole, block = rng.choice(("0.", "0.", "1.", "2.")), str(rng.choice((*range(1, 9), *range(12, 98))))
    lead = whole + rng.choice(("", "", str(rng.randint(1, 9))))
    if len(set(block)) == 1 and len(block) > 1:
        block = block[0]
    return repeating(lead, block)


def draw(rng: Random) -> dict[str, object]:
    return {"d": _drawn(rng)}


@told_type(
    "repeating-decimal-to-fraction",
    standard="[9수01-06]",
    ko="순환소수를 분수로",
    en="repeating decimal as a fraction",
    draw=draw,
    says={
        "ko": ("순환소수 {d}[을] 기약분수로 나타내시오.", "순환소수 {d}[을] 분수로 나타내시오."),
        "en": ("Write the repeating decimal {d} as a fraction in lowest terms.",),
    },
)
def repeating_decimal_to_fraction(d: Node) -> Item:
    key = value_of(d)
    if key.denominator > 1000 or key.denominator in (1, 2, 5):
        raise ValueError("a fraction")
    assert isinstance(d, Num)
    fixed, block = d.decimals - d.repeating, d.repeating
    nines, digits = 10**block - 1, int(key * 10**fixed * (10**block - 1))
    tens = Fraction(digits, 10 ** (fixed + block))
    wrong = {
        tens,
        Fraction(int(key * 10 ** (fixed + block)), nines * 10**fixed),
        Fraction(digits, nines * 10 ** (fixed + 1)),
    }
    wrong |= {Fraction(int(key * 10 ** (fixed + block)), 10 ** (fixed + block)), key + Fraction(1, nines)}
    line = f"{digits}/{nines * 10**fixed}"
    steps = [
        Said(f"$x$[이]라 하고 ${10 ** (fixed + block)}x$에서 ${10**fixed}x$를 빼면".replace("$x$[이]라", "$x$라"),
             f"call it $x$ and take ${10**fixed}x$ from ${10 ** (fixed + block)}x$", line),
    ]  # fmt: skip
    if as_text(key) != line:
        steps.append(Said("약분하면", "reduce", as_text(key)))
    return Item(
        form(d, "lowest_terms"),
        (as_text(key),),
        tuple(steps),
        tuple((as_text(w),) for w in sorted(wrong - {key}) if w.denominator > 1),
    )


def draw_two(rng: Random) -> dict[str, object]:
    first, second = (repeating("0.", str(rng.choice((*range(1, 9), *range(12, 60, 7))))) for _ in range(2))
    return {"f": f"{first} {rng.choice('++-')} {second}"}


@told_type(
    "sum-of-repeating-decimals",
    standard="[9수01-06]",
    ko="순환소수의 계산",
    en="sum of repeating decimals",
    draw=draw_two,
    says={
        "ko": ("{f}[을] 계산하여 기약분수로 나타내시오.",),
        "en": ("Work out {f} and write the result as a fraction in lowest terms.",),
    },
)
def sum_of_repeating_decimals(f: Node) -> Item:
    if not isinstance(f, Add | Sub):
        raise ValueError("a sum or difference")
    left, right = value_of(f.left), value_of(f.right)
    key = left + right if isinstance(f, Add) else left - right
    if key <= 0 or key.denominator == 1 or left == right:
        raise ValueError("a fraction above zero")
    other = left - right if isinstance(f, Add) else left + right
    sign = "+" if isinstance(f, Add) else "-"
    wrong = {abs(other), key + Fraction(1, 9), key + Fraction(1, 99), key - Fraction(1, 99)} - {key, 0}
    return Item(
        form(f, "lowest_terms"),
        (as_text(key),),
        (
            Said("각각 분수로 나타내면", "write each as a fraction", f"{as_text(left)} {sign} {as_text(right)}"),
            Said("통분하여 계산하면", "over a common denominator", as_text(key)),
        ),
        tuple((as_text(w),) for w in sorted(wrong) if w.denominator > 1 and w > 0),
    )
