"""Whether a text has the form that was asked for, by how it is written; that it is equal is judged elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from math import gcd, isqrt

from tests.acceptance.calculus_by_points import polynomial, roots_of_polynomial
from tests.acceptance.school_text import expression
from tests.acceptance.solutions import NotJudgedError

_FACTOR = re.compile(r"\(([^()]*)\)(?:\^(\d+))?")


def misshapen(text: str, form: str) -> str | None:
    """What is wrong with the form. Raises NotJudgedError for a form it does not know."""
    if form not in _FORMS:
        raise NotJudgedError(f"the form {form}")
    return _FORMS[form](text)


def _expanded(text: str) -> str | None:
    if "(" in re.sub(r"sqrt\(\d+\)", "", text) or "*" in text or "÷" in text:
        return "not expanded"
    return _simple_roots(text)


def _simple_roots(text: str) -> str | None:
    for radicand in map(int, re.findall(r"sqrt\((\d+)\)", text)):
        if any(radicand % (d * d) == 0 for d in range(2, isqrt(radicand) + 1)):
            return f"sqrt({radicand}) has a square in it"
    return None


def _factored(text: str) -> str | None:
    if re.search(r"[-+]", _FACTOR.sub("", text).lstrip("-")):
        return "a sum, not a product"
    factors = _FACTOR.findall(text)
    if not factors and len(re.findall(r"[a-z]", text)) < 2:
        return "no factors"
    return next((f"{inside} can be factored" for inside, _ in factors if _splits(inside)), None)


def _splits(inside: str) -> bool:
    """Whether a factor in one letter has a common number in it or a rational root although it is not linear."""
    term = expression(inside)
    numbers = [int(n) for n in re.findall(r"(?<![\^\d])\d+", re.sub(r"(?<![\d])([a-z])", r"\1", inside))]
    whole = [n for n in numbers if n]
    bare = re.search(r"(?<![\d)])[a-z]", re.sub(r"\d[a-z](\^\d+)?[a-z]*", "", inside)) is not None
    if not bare and len(whole) > 1 and gcd(*whole) > 1:
        return True
    if len(term.letters) != 1:
        return False
    (name,) = term.letters
    coefficients = polynomial(lambda x: term.at({name: x}))
    if coefficients is None or len(coefficients) <= 2:
        return False
    return any(isinstance(root, Fraction) for root in roots_of_polynomial(coefficients))


def _lowest_terms(text: str) -> str | None:
    found = re.fullmatch(r"-?(\d+)(?:/(\d+))?", text)
    if not found:
        return "no fraction"
    return "not in lowest terms" if found[2] and (gcd(int(found[1]), int(found[2])) > 1 or found[2] == "1") else None


def _rationalized(text: str) -> str | None:
    if re.search(r"/\s*\(?[^()]*sqrt", text):
        return "a root below the bar"
    return _simple_roots(text)


def _vertex(text: str) -> str | None:
    found = re.fullmatch(r"-?\d*(?:/\d+)?\(([a-z]) [-+] \d+(?:/\d+)?\)\^2(?: [-+] \d+(?:/\d+)?)?", text)
    return None if found else "not a(x - p)^2 + q"


def _prime_factored(text: str) -> str | None:
    bases = [int(part.partition("^")[0]) for part in text.split("*")]
    if any(n < 2 or any(n % d == 0 for d in range(2, isqrt(n) + 1)) for n in bases):
        return "a factor that is no prime"
    return None if len(set(bases)) == len(bases) else "a prime twice"


_FORMS: dict[str, Callable[[str], str | None]] = {
    "expanded": _expanded,
    "simplified": _expanded,
    "factored": _factored,
    "lowest_terms": _lowest_terms,
    "rationalized": _rationalized,
    "vertex": _vertex,
    "prime_factored": _prime_factored,
}
