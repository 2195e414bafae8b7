r"""LaTeX without dollar signs; parsing it, with the variables declared, gives the same tree.

Functions without parentheses (``\sin x``) and operators (``\sum_{k=1}^{n} k``) reach as far as the term goes, so each
is written by what may still follow it in its term.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from generation.expression.characters import COMMAND_NAMES, GREEK
from generation.expression.notation.writer import ATOM, CHUNK, SUM, TERM, Writer, binding, digits
from generation.expression.tree import (
    BINDERS,
    Add,
    Call,
    Const,
    Div,
    Expr,
    Mixed,
    Mul,
    Neg,
    Node,
    Num,
    Or,
    Pow,
    Quantity,
    Sub,
    Sym,
)
from generation.expression.vocabulary import BARE, FUNCTIONS, SELECTIONS

Language = Literal["ko", "en"]
_OPS = {"=": "=", "!=": r"\ne", "<": "<", "<=": r"\le", ">": ">", ">=": r"\ge"}
_WORDS = {
    "en": {"or": "or", "all": "all real numbers", "none": "no solution"},
    "ko": {"or": "또는", "all": "모든 실수", "none": "해가 없다"},
}
_NOTHING, _SIGN, _FACTOR = 0, 1, 2
"""What may follow in the same term: nothing, a sign × or ÷, another factor."""
_BARE_COMMANDS = tuple("\\" + name for name in BARE)
_GREEK = frozenset(GREEK.values())
_ROUND = {"floor": (r"\lfloor ", r" \rfloor"), "ceil": (r"\lceil ", r" \rceil")}


class Latex(Writer):
    r"""``\frac{1}{2}x+3=7``."""

    plus, minus, percent = "+", "-", r"\%"
    braces = r"\{", r"\}"

    def __init__(self, root: Node, language: Language = "en") -> None:
        super().__init__(root)
        self.words = _WORDS[language]
        self.follows = _NOTHING
        self.integrated = False

    def number(self, value: Num) -> str:
        whole, behind, period = digits(value)
        if len(period) == 1:
            period = rf"\dot{{{period}}}"
        elif period:
            period = rf"\dot{{{period[0]}}}{period[1:-1]}\dot{{{period[-1]}}}"
        return f"{whole}.{behind}{period}" if behind or period else whole

    def spaced(self, op: str) -> str:
        text = _OPS[op]
        return f" {text} " if text[0] == "\\" else text

    def related(self, left: str, op: str, right: str) -> str:
        return super().related(left + " " if left[-1] == "!" else left, op, right)  # 3! =6, not 3 != 6

    def bracket(self, text: str) -> str:
        return rf"\left({text}\right)" if any(tall in text for tall in (r"\frac", r"\sum", r"\int")) else f"({text})"

    # -- what may follow -----------------------------------------------------------------------------------------

    def _before(self, follows: int, expr: Expr, level: int) -> str:
        outside, self.follows = self.follows, max(self.follows, follows)
        text = self.at_least(expr, level)
        self.follows = outside
        return text

    def write(self, node: Node) -> str:
        return self._alone(node) if isinstance(node, Add | Sub) else super().write(node)

    def _alone(self, node: Node) -> str:
        """Written where nothing follows in the same term."""
        outside, self.follows = self.follows, _NOTHING
        text = super().write(node)
        self.follows = outside
        return text

    def at_least(self, expr: Expr, level: int) -> str:
        return super().at_least(expr, level) if self._binding(expr) >= level else self.bracket(self._alone(expr))

    def _binding(self, expr: Expr) -> int:
        match expr:
            case Div(_, _, inline) if not inline:
                return ATOM
            case Call(name, args) if name in BARE and self._is_bare(args):
                return CHUNK
            case Call("abs" | "sqrt" | "root" | "floor" | "ceil", _):
                return ATOM
            case Call(name, args) if self._is_operator(name, args):
                return TERM if self.follows == _NOTHING else SUM
            case _:
                return binding(expr)

    # -- products ------------------------------------------------------------------------------------------------

    def times(self, left: Expr, right: Expr) -> str:
        tight = CHUNK if not isinstance(right, Mixed) else TERM
        return rf"{self._before(_SIGN, left, TERM)} \times {self.at_least(right, tight)}"

    def side_by_side(self, left: Expr, right: Expr) -> str:
        right_text = self._last_factor(right)
        if right_text[0].isdigit():
            return rf"{self._before(_SIGN, left, TERM)} \times {right_text}"
        stops = right_text.startswith(_BARE_COMMANDS)  # \sin x \cos x
        left_text = self._before(_SIGN if stops else _FACTOR, left, CHUNK)
        if right_text[0] == "(" and isinstance(left, Sym) and left.name in SELECTIONS:
            left_text = self.bracket(left_text)
        if left_text[-1].isdigit() and right_text.startswith(r"\frac"):
            right_text = self.bracket(right_text)
        return left_text + right_text if self._touch(left_text, right_text) else f"{left_text} {right_text}"

    def _last_factor(self, expr: Expr) -> str:
        single = not isinstance(expr, Mul) and self._binding(expr) >= CHUNK
        return self.write(expr) if single else self.bracket(self._alone(expr))

    def _touch(self, left: str, right: str) -> bool:
        start = len(left)
        while start and left[start - 1].isascii() and left[start - 1].isalpha():
            start -= 1
        if start < len(left) and start and left[start - 1] == "\\":  # \pi x
            return not right[0].isalpha()
        return self.together(left, right)

    def quotient(self, expr: Div) -> str:
        if not expr.inline:
            return rf"\frac{{{self._alone(expr.left)}}}{{{self._alone(expr.right)}}}"
        right = expr.right
        text = self.write(right)
        monomial = all(sign not in text for sign in ("(", r"\times", r"\div", r"\frac"))
        plain = self._binding(right) > CHUNK or (isinstance(right, Mul) and right.implicit and monomial)
        return rf"{self._before(_SIGN, expr.left, TERM)} \div {text if plain else self.bracket(self._alone(right))}"

    def matrix(self, rows: tuple[tuple[Expr, ...], ...]) -> str:
        body = r" \\ ".join(" & ".join(self._alone(entry) for entry in row) for row in rows)
        return rf"\begin{{pmatrix}} {body} \end{{pmatrix}}"

    # -- names, powers, calls ------------------------------------------------------------------------------------

    def special(self, expr: Expr) -> str:
        match expr:
            case Sym(name):
                return "{d}" if name == "d" and self.integrated else _variable(name)
            case Const(name):
                return {"pi": r"\pi", "oo": r"\infty"}.get(name, name)
            case Pow(base, exponent):
                return self._power(base, exponent)
            case Mixed(whole, numerator, denominator):
                return rf"{whole}\frac{{{numerator}}}{{{denominator}}}"
            case Quantity(arg, unit):
                return self._amount(arg, unit)
            case Call(name, args):
                return self._call(name, args)
        raise AssertionError(expr)

    def _power(self, base: Expr, exponent: Expr) -> str:
        raised = self._alone(exponent)
        raised = f"^{raised}" if len(raised) == 1 else f"^{{{raised}}}"
        if isinstance(base, Call) and base.name in BARE and not isinstance(exponent, Neg) and len(base.args) == 1:
            return rf"\{base.name}{raised}{self._argument(base.args[0])}"
        return self._raised(base) + raised

    def _raised(self, base: Expr) -> str:
        """What something stands raised behind."""
        if isinstance(base, Div | Call) and not (isinstance(base, Call) and _is_closed(base)):
            return self.bracket(self._alone(base))
        return self._before(_FACTOR, base, ATOM)

    def _call(self, name: str, args: tuple[Expr, ...]) -> str:
        match name, args:
            case "sqrt", (arg,):
                return rf"\sqrt{{{self._alone(arg)}}}"
            case "root", (arg, degree):
                return rf"\sqrt[{self._alone(degree)}]{{{self._alone(arg)}}}"
            case "abs", (arg,):
                return rf"\left|{self._alone(arg)}\right|"
            case "factorial", (arg,):
                return self._before(_FACTOR, arg, ATOM) + "!"
            case "degrees", (arg,):
                return self._raised(arg) + r"^{\circ}"
            case "floor" | "ceil", (arg,):
                return self._alone(arg).join(_ROUND[name])
            case "diff", (body, variable) if (prime := _prime(body, variable)) is not None:
                return prime
            case "log", (arg, base):
                return rf"\log_{{{self._alone(base)}}}{self._argument(arg)}"
            case _, (first, second) if name in SELECTIONS:
                return rf"{{}}_{{{self._alone(first)}}}\mathrm{{{name}}}_{{{self._alone(second)}}}"
            case _, (arg,) if name in BARE:
                return rf"\{name}{self._argument(arg)}"
            case _ if (written := self._operator_call(name, args)) is not None:
                return written
            case _:
                return f"{_function(name)}({', '.join(self._alone(arg) for arg in args)})"

    def _is_bare(self, args: tuple[Expr, ...]) -> bool:
        return self.follows != _FACTOR and _is_simple(args[0])

    def _argument(self, arg: Expr) -> str:
        if self.follows == _FACTOR or not _is_simple(arg):
            return self.bracket(self._alone(arg))
        text = self._alone(arg)
        return text if text[0] == "\\" else f" {text}"

    def _is_operator(self, name: str, args: tuple[Expr, ...]) -> bool:
        r"""Where d is a variable, ``\frac{d}{dx}`` is a fraction."""
        return _operator(name, args) and not (name == "diff" and "d" in self.names)

    def _operator_call(self, name: str, args: tuple[Expr, ...]) -> str | None:
        """Sums, limits, integrals and derivatives; None where there is no such notation for it."""
        if not self._is_operator(name, args):
            return None
        body, variable, *ends = args
        letter = _variable(variable.name) if isinstance(variable, Sym) else ""
        match name, ends:
            case "sum" | "product", (first, last):
                command = "sum" if name == "sum" else "prod"
                low, high = self._alone(first), self._alone(last)
                return rf"\{command}_{{{letter}={low}}}^{{{high}}} {self._body(body)}"
            case "limit", (point, *side):
                sign = "" if not side else "-" if isinstance(side[0], Neg) else "+"
                return rf"\lim_{{{letter} \to {self._point(point)}{sign}}} {self._body(body)}"
            case "integrate", ():
                return rf"\int {self._integrand(body)}\,d{letter}"
            case "integrate", (low_end, high_end):
                low, high = self._alone(low_end), self._alone(high_end)
                return rf"\int_{{{low}}}^{{{high}}} {self._integrand(body)}\,d{letter}"
            case "diff", ():
                return rf"\frac{{d}}{{d{letter}}}\left({self._alone(body)}\right)"
            case _:
                return None

    def _integrand(self, body: Expr) -> str:
        """A sum in brackets, as in school; a variable d stands in braces, apart from the d of ``dx``."""
        integrated, self.integrated = self.integrated, True
        text = self.bracket(self._alone(body)) if isinstance(body, Add | Sub) else self._alone(body)
        self.integrated = integrated
        return text

    def _body(self, body: Expr) -> str:
        return self.at_least(body, CHUNK)

    def _point(self, point: Expr) -> str:
        """In brackets where it would look like ``1+0``, from above."""
        text = self._alone(point)
        one_sided = isinstance(point, Add | Sub) and point.right == Num(Fraction(0))
        return self.bracket(text) if one_sided else text

    def _amount(self, arg: Expr, unit: str) -> str:
        text = self.write(arg) if isinstance(arg, Mixed) else self._before(_FACTOR, arg, CHUNK)
        name, _, power = unit.rpartition("^") if unit[-2:] in ("^2", "^3") else (unit, "", "")
        space = r"\," if unit.isascii() else ""
        return rf"{text}{space}\text{{{name}}}" + (f"^{{{power}}}" if power else "")

    # -- logic ---------------------------------------------------------------------------------------------------

    def conjunction(self, parts: tuple[Node, ...]) -> str:
        return r"\begin{cases} " + r" \\ ".join(self.write(part) for part in parts) + r" \end{cases}"

    def disjunction(self, parts: list[str]) -> str:
        return rf" \text{{ {self.words['or']} }} ".join(parts)

    def joined(self, part: Node, bracketed: tuple[type[Node], ...]) -> str:
        return f"({self.write(part)})" if isinstance(part, Or) else self.write(part)

    def word(self, word: str) -> str:
        return rf"\text{{{self.words[word]}}}"


def _variable(name: str) -> str:
    base, _, index = name.partition("_")
    if base in _GREEK:
        base = "\\" + base
    elif len(base) > 1 and base.isalpha():
        base = rf"\mathrm{{{base}}}"
    return f"{base}_{{{index}}}" if index else base


def _function(name: str) -> str:
    if name not in FUNCTIONS:
        return name
    return "\\" + name if name in COMMAND_NAMES else rf"\operatorname{{{name}}}"


def _operator(name: str, args: tuple[Expr, ...]) -> bool:
    """Whether a call is written with an operator that reaches to the end of its term."""
    if name not in BINDERS or not isinstance(args[1], Sym) or "_" in args[1].name or len(args[1].name) > 1:
        return False
    return name != "diff" or (len(args) == 2 and _prime(args[0], args[1]) is None)


def _prime(body: Expr, variable: Expr) -> str | None:
    match body:
        case Call(name, (arg,)) if arg == variable and name not in FUNCTIONS:
            return f"{name}'({_variable(variable.name)})" if isinstance(variable, Sym) else None
    return None


def _is_closed(call: Call) -> bool:
    """Whether a power of it needs no brackets."""
    name = call.name
    return name in ("sqrt", "root", "abs", "floor", "ceil") or name not in FUNCTIONS


def _is_simple(arg: Expr) -> bool:
    """What stands behind ``\\sin`` without parentheses."""
    match arg:
        case Num() | Sym() | Const():
            return True
        case Call("degrees", (Num(),)):
            return True
        case Mul(Num(), Sym() | Const(), True):
            return True
    return False
