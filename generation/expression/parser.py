"""The one parser: text of school mathematics or LaTeX to a tree. It never evaluates anything.

Grammar, loosest first::

    list      = logic ("," logic)*
    logic     = both ("or" both)*            both = relation ("and" relation)*
    relation  = sum (("=" | "<" | …) sum)*   a chain becomes And
    sum       = ["-"] term (("+" | "-") term)*
    term      = quotient (("*" | "÷") quotient)*
    quotient  = chunk ("/" chunk)*           the slash is a fraction bar: 2/3 ÷ 3/8 divides two fractions
    chunk     = factor factor*               juxtaposition binds tighter than ÷, as in Korean school books
    factor    = atom ["^" exponent] ("!" | "%")*
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import cast

from generation.expression.errors import BudgetError, ParseError
from generation.expression.lexer import Token, tokenize
from generation.expression.tree import (
    Add,
    And,
    Call,
    Collection,
    Const,
    Div,
    Everything,
    Expr,
    Logic,
    Mixed,
    Mul,
    Neg,
    Node,
    Nothing,
    Num,
    Or,
    Percent,
    Pow,
    Relation,
    RelationOp,
    Sub,
    Sym,
    children,
)

MAX_TOKENS = 1_000
MAX_DEPTH = 40
"""Each level takes some 13 Python frames."""
MAX_TREE_DEPTH = 200
"""A sum of 200 terms is as deep as this; recursion over trees stays far below Python's limit."""
FUNCTIONS = {
    "sqrt": (1, 1), "root": (2, 2), "abs": (1, 1), "log": (1, 2), "ln": (1, 1), "sin": (1, 1), "cos": (1, 1),
    "tan": (1, 1), "exp": (1, 1), "gcd": (2, 5), "lcm": (2, 5), "C": (2, 2), "P": (2, 2), "factorial": (1, 1),
}  # fmt: skip
"""The allow-list: name to least and most arguments."""
CONSTANTS = frozenset({"pi", "oo", "e", "i"})
RELATIONS = frozenset({"=", "!=", "<", "<=", ">", ">="})
MAX_JUXTAPOSED = 3
"""``abc`` is a product; a longer run of letters is a word, not mathematics."""
_SIGNS = frozenset({"±", "∓"})
_STARTS_FACTOR = frozenset({"num", "vulgar", "name", "(", "{", "√", "frac", "sqrt"})


def parse(text: str, names: frozenset[str] = frozenset()) -> Node:
    """Read one expression, relation, list or set.

    ``names`` are declared variables: they may be longer than a letter, and win over constants and functions.
    Raises ParseError (with the offset) or BudgetError.

    >>> parse("2(x-1) = 6")
    Relation(op='=', left=Mul(left=Num(...), ...), right=Num(...))
    """
    tokens = tokenize(text)
    if not tokens:
        raise ParseError("nothing to read", 0)
    if len(tokens) > MAX_TOKENS:
        raise BudgetError(f"{len(tokens)} symbols; at most {MAX_TOKENS} are read")
    tokens = _single_letters(tokens, names)
    if any(token.kind in _SIGNS for token in tokens):
        return _both_signs([_Parser(_signed(tokens, s), names, len(text), latex="\\" in text).run() for s in "+-"])
    node = _Parser(tokens, names, len(text), latex="\\" in text).run()
    _check_depth(node)
    return node


def _signed(tokens: list[Token], sign: str) -> list[Token]:
    """The tokens with every ``±`` read as one sign, and ``∓`` as the other."""
    other = "-" if sign == "+" else "+"
    chosen = {"±": sign, "∓": other}
    return [Token(chosen[t.kind], t.text, t.offset, t.spaced) if t.kind in chosen else t for t in tokens]


def _both_signs(nodes: list[Node]) -> Node:
    """``±2`` is the list ``2, -2``; ``x = ±2`` are alternatives."""
    for node in nodes:
        _check_depth(node)
    if all(isinstance(node, Expr) for node in nodes):
        return Collection("list", tuple(nodes))
    if all(isinstance(node, Logic) for node in nodes):
        return Or(cast("tuple[Logic, ...]", tuple(nodes)))
    raise ParseError("± stands in an expression or an equation", 0)


def parse_expression(text: str, names: frozenset[str] = frozenset()) -> Expr:
    """Read an expression that is no relation, list or set. Raises ParseError or BudgetError."""
    node = parse(text, names)
    if not isinstance(node, Expr):
        raise ParseError("an expression is expected here, not a relation or a list", 0)
    return node


def parse_logic(text: str, names: frozenset[str] = frozenset()) -> Logic:
    """Read a relation or several joined by and/or. Raises ParseError or BudgetError."""
    node = parse(text, names)
    if not isinstance(node, Logic):
        raise ParseError("an equation or inequality is expected here", 0)
    return node


def _single_letters(tokens: list[Token], names: frozenset[str]) -> list[Token]:
    """Runs of letters that are no known name, taken apart: ``xy`` is ``x`` times ``y``."""
    known = names | FUNCTIONS.keys() | CONSTANTS
    result: list[Token] = []
    for token in tokens:
        if token.kind == "name" and token.text not in known and 1 < len(token.text) <= MAX_JUXTAPOSED:
            for i, letter in enumerate(token.text):
                result.append(Token("name", letter, token.offset + i, token.spaced and i == 0))
        else:
            result.append(token)
    return result


def _check_depth(node: Node) -> None:
    level: list[Node] = [node]
    for _ in range(MAX_TREE_DEPTH):
        level = [child for parent in level for child in children(parent)]
        if not level:
            return
    raise BudgetError(f"more than {MAX_TREE_DEPTH} operations in a row")


class _Parser:
    """Recursive descent; one method per rule of the grammar above."""

    def __init__(self, tokens: list[Token], names: frozenset[str], length: int, *, latex: bool) -> None:
        self.tokens = tokens
        self.names = names
        self.end = length
        self.latex = latex
        self.at = 0
        self.depth = 0
        self.bars = 0

    # -- walking ---------------------------------------------------------------------------------------------

    def run(self) -> Node:
        node = self.list_()
        if (token := self.peek()) is not None:
            raise ParseError(f"'{token.text}' is not expected here", token.offset)
        return node

    def peek(self, ahead: int = 0) -> Token | None:
        position = self.at + ahead
        return self.tokens[position] if position < len(self.tokens) else None

    def kind(self, ahead: int = 0) -> str:
        token = self.peek(ahead)
        return token.kind if token else ""

    def take(self) -> Token:
        token = self.peek()
        if token is None:
            raise ParseError("the expression ends too early", self.end)
        self.at += 1
        return token

    def word(self, *words: str) -> bool:
        token = self.peek()
        return token is not None and token.kind == "word" and token.text in words

    def expect(self, kind: str) -> Token:
        token = self.take()
        if token.kind != kind:
            raise ParseError(f"'{kind}' is expected before '{token.text}'", token.offset)
        return token

    def nested(self, read: Callable[[], Node]) -> Node:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise BudgetError(f"nested more than {MAX_DEPTH} deep")
        node = read()
        self.depth -= 1
        return node

    def expression(self, read: Callable[[], Node], offset: int) -> Expr:
        node = self.nested(read)
        if not isinstance(node, Expr):
            raise ParseError("an expression is expected here, not a relation or a list", offset)
        return node

    # -- lists and logic -------------------------------------------------------------------------------------

    def list_(self) -> Node:
        items = [self.logic()]
        while self.kind() == ",":
            self.take()
            items.append(self.logic())
        return items[0] if len(items) == 1 else Collection("list", tuple(items))

    def logic(self) -> Node:
        return self._joined("or", self.both, Or)

    def both(self) -> Node:
        return self._joined("and", self.relation, And)

    def _joined(self, word: str, read: Callable[[], Node], join: type[And] | type[Or]) -> Node:
        parts = [read()]
        start = self.at
        while self.word(word):
            self.take()
            parts.append(read())
        if len(parts) == 1:
            return parts[0]
        if all(isinstance(part, Expr) for part in parts) and word == "or":
            return Collection("list", tuple(parts))  # "2 or 3"
        if not all(isinstance(part, Logic) for part in parts):
            raise ParseError(f"'{word}' joins equations or inequalities", self.tokens[start].offset)
        return join(cast("tuple[Logic, ...]", tuple(parts)))

    def relation(self) -> Node:
        if self.kind() == "begin":
            return self.cases()
        if self.kind() == "word":
            token = self.take()
            if token.text == "all":
                return Everything()
            if token.text == "none":
                return Nothing()
            raise ParseError(f"'{token.text}' is not expected here", token.offset)
        if self.kind() in ("set{", "{") and (self.kind() == "set{" or not self.latex):
            return self.set_()
        if self.kind() == "(" and self._opens_tuple():
            return self.tuple_()
        sides: list[Expr] = [self.sum()]
        ops: list[str] = []
        while self.kind() in RELATIONS:
            ops.append(self.take().kind)
            if self.kind() == "set{" and ops == ["="]:  # x = {2, 3}
                raise ParseError("a set cannot stand in an equation here", self.tokens[self.at].offset)
            sides.append(self.sum())
        if not ops:
            return sides[0]
        chain = tuple(
            Relation(cast("RelationOp", op), left, right)
            for op, left, right in zip(ops, sides, sides[1:], strict=False)
        )
        return chain[0] if len(chain) == 1 else And(chain)

    def _opens_tuple(self) -> bool:
        """Whether the parenthesis here holds a comma of its own and nothing is computed with it."""
        depth, comma = 0, False
        for position in range(self.at, len(self.tokens)):
            kind = self.tokens[position].kind
            depth += (kind in ("(", "{", "[", "set{")) - (kind in (")", "}", "]", "set}"))
            comma = comma or (kind == "," and depth == 1)
            if depth == 0:
                return comma and self.kind(position + 1 - self.at) in ("", ",", "word", ")", "set}", "}")
        return False

    def tuple_(self) -> Node:
        self.take()
        inner = self.nested(self.list_)
        self.expect(")")
        return Collection("tuple", inner.items if isinstance(inner, Collection) else (inner,))

    def cases(self) -> Node:
        begin = self.take()
        rows: list[Node] = []
        while self.kind() != "end":
            row = self.nested(self.list_)
            rows.extend(row.items if isinstance(row, Collection) else [row])
            if self.kind() == "row":
                self.take()
            elif self.kind() != "end":
                self.expect("end")
        self.take()
        if not rows or not all(isinstance(row, Logic) for row in rows):
            raise ParseError("equations or inequalities are expected in cases", begin.offset)
        return And(cast("tuple[Logic, ...]", tuple(rows)))

    def set_(self) -> Node:
        opened = self.take()
        closing = "set}" if opened.kind == "set{" else "}"
        if self.kind() == closing:
            self.take()
            return Collection("set", ())
        inner = self.nested(self.list_)
        self.expect(closing)
        items = inner.items if isinstance(inner, Collection) and inner.kind == "list" else (inner,)
        return Collection("set", items)

    # -- arithmetic ------------------------------------------------------------------------------------------

    def sum(self) -> Expr:
        total = self.signed_term()
        while self.kind() in ("+", "-"):
            sign = self.take().kind
            term = self.signed_term()
            total = Add(total, term) if sign == "+" else Sub(total, term)
        return total

    def signed_term(self) -> Expr:
        if self.kind() == "-":
            self.take()
            return Neg(cast("Expr", self.nested(self.signed_term)))
        if self.kind() == "+":
            self.take()
            return cast("Expr", self.nested(self.signed_term))
        return self.term()

    def term(self) -> Expr:
        total = self.quotient()
        while self.kind() in ("*", "÷"):
            operator = self.take()
            if operator.kind == "*":
                total = Mul(total, self.quotient())
            else:
                total = Div(total, self.quotient(divisor_of=operator), inline=True)
        return total

    def quotient(self, divisor_of: Token | None = None) -> Expr:
        """Chunks over fraction bars; ``divisor_of`` is the ÷ in front of it."""
        chunk = self.signed_chunk()
        if divisor_of is not None and len(chunk) > 1 and isinstance(chunk[1], Add | Sub):  # 6÷2(1+2)
            raise ParseError("what is divided by is not clear; write parentheses", divisor_of.offset)
        total = _product(chunk)
        while self.kind() == "/":
            operator = self.take()
            total = _divide(total, self.signed_chunk(), operator)
        return total

    def signed_chunk(self) -> list[Expr]:
        if self.kind() in ("-", "+"):
            sign = self.take().kind
            inner = _product(self.chunk())
            return [Neg(inner)] if sign == "-" else [inner]
        return self.chunk()

    def chunk(self) -> list[Expr]:
        parts = [self.factor()]
        while self.kind() in _STARTS_FACTOR or (self.kind() == "|" and not self.bars):
            token = self.tokens[self.at]
            if token.kind in ("num", "vulgar"):
                raise ParseError("a number right behind a factor; write the multiplication sign", token.offset)
            parts.append(self.factor())
        return parts

    def factor(self) -> Expr:
        base = self.atom()
        if self.kind() == "^":
            self.take()
            if self.kind() == "°":  # 60^\circ
                self.take()
                base = Call("degrees", (base,))
            else:
                base = Pow(base, self.exponent())
        while self.kind() in ("!", "%", "°"):
            postfix = self.take().kind
            base = Percent(base) if postfix == "%" else Call("factorial" if postfix == "!" else "degrees", (base,))
        return base

    def exponent(self) -> Expr:
        offset = self.take().offset
        self.at -= 1
        if self.kind() == "{":
            return self.group()
        if self.kind() == "-":
            self.take()
            return Neg(self.expression(self.factor, offset))
        return self.expression(self.factor, offset)

    def group(self) -> Expr:
        offset = self.expect("{").offset
        inner = self.expression(self.list_, offset)
        self.expect("}")
        return inner

    # -- atoms -----------------------------------------------------------------------------------------------

    def atom(self) -> Expr:
        token = self.take()
        match token.kind:
            case "num":
                return self.number(token)
            case "vulgar":
                top, bottom = token.text.split("/")
                return Div(Num(Fraction(int(top))), Num(Fraction(int(bottom))))
            case "name":
                return self.name(token)
            case "(":
                inner = self.nested(self.list_)
                self.expect(")")
                return self.parenthesized(inner, token)
            case "{" if self.latex:
                self.at -= 1
                return self.group()
            case "|":
                self.bars += 1
                inner = self.expression(self.sum, token.offset)
                self.expect("|")
                self.bars -= 1
                return Call("abs", (inner,))
            case "frac":
                return Div(self.latex_argument(), self.latex_argument())
            case "sqrt":
                return self.latex_root()
            case "√":
                return Call("sqrt", (self.expression(self.atom, token.offset),))
            case _:
                raise ParseError(f"'{token.text}' is not expected here", token.offset)

    def parenthesized(self, inner: Node, token: Token) -> Expr:
        if isinstance(inner, Collection):
            raise ParseError("a pair in parentheses stands alone, not inside an expression", token.offset)
        if not isinstance(inner, Expr):
            raise ParseError("a relation in parentheses stands alone, not inside an expression", token.offset)
        return inner

    def number(self, token: Token) -> Expr:
        decimals = len(token.text.partition(".")[2])
        value = Num(Fraction(token.text), decimals)
        if decimals:
            return value
        if self.kind() == "vulgar":
            top, bottom = self.take().text.split("/")
            return Mixed(int(token.text), int(top), int(bottom))
        if (
            [self.kind(i) for i in range(3)] == ["num", "/", "num"]
            and cast("Token", self.peek()).spaced
            and cast("Token", self.peek()).text.isdigit()
            and cast("Token", self.peek(2)).text.isdigit()
        ):
            top_token, _, bottom_token = self.take(), self.take(), self.take()
            return self._mixed(token, int(top_token.text), int(bottom_token.text))
        if self.kind() == "frac":
            mark = self.at
            self.take()
            above, below = self.latex_argument(), self.latex_argument()
            if isinstance(above, Num) and isinstance(below, Num) and not above.decimals and not below.decimals:
                return self._mixed(token, int(above.value), int(below.value))
            self.at = mark
        return value

    def _mixed(self, token: Token, top: int, bottom: int) -> Expr:
        if not 0 < top < bottom:
            raise ParseError("the fraction of a mixed number lies between 0 and 1", token.offset)
        return Mixed(int(token.text), top, bottom)

    def name(self, token: Token) -> Expr:
        name = self._subscripted(token.text)
        if name in self.names:
            return Sym(name)
        if name in FUNCTIONS and (self.kind() in ("(", "_", "^") or (self.latex and name.islower())):
            return self.call(name, token)
        if name in CONSTANTS:
            return Const(name)
        if len(name) == 1 or "_" in name:
            return Sym(name)
        raise ParseError(f"'{token.text}' is no known name", token.offset)

    def _subscripted(self, name: str) -> str:
        if self.kind() != "_" or name in FUNCTIONS:
            return name
        self.take()
        if self.kind() == "{":
            self.take()
            index = self.take().text
            self.expect("}")
        else:
            index = self.take().text
        if not index.isalnum():
            raise ParseError("a subscript is a number or a letter", self.tokens[self.at - 1].offset)
        return f"{name}_{index}"

    def call(self, name: str, token: Token) -> Expr:
        base: Expr | None = None
        if self.kind() == "_" and name == "log":
            self.take()
            base = self.latex_argument()
        power: Expr | None = None
        if self.kind() == "^":
            self.take()
            power = self.exponent()
        args = self.arguments(name, token)
        if base is not None:
            args = (*args, base)
        least, most = FUNCTIONS[name]
        if not least <= len(args) <= most:
            raise ParseError(f"{name} takes {least} to {most} arguments, not {len(args)}", token.offset)
        call = Call(name, args)
        return call if power is None else Pow(call, power)

    def arguments(self, name: str, token: Token) -> tuple[Expr, ...]:
        if self.kind() != "(":
            if not self.latex:
                raise ParseError(f"{name} needs parentheses", token.offset)
            return (_product(self.chunk()),)  # \sin 2x
        self.take()
        inner = self.nested(self.list_)
        self.expect(")")
        items = inner.items if isinstance(inner, Collection) and inner.kind == "list" else (inner,)
        if not all(isinstance(item, Expr) for item in items):
            raise ParseError(f"{name} takes expressions", token.offset)
        return cast("tuple[Expr, ...]", items)

    def latex_argument(self) -> Expr:
        """``{…}``, or a single digit or letter as LaTeX takes it (``\\frac12``)."""
        if self.kind() == "{":
            return self.group()
        token = self.take()
        if token.kind == "num" and "." not in token.text:
            if len(token.text) > 1:  # \frac12: give the rest back
                self.at -= 1
                rest = Token("num", token.text[1:], token.offset + 1, False)
                self.tokens[self.at] = rest
            return Num(Fraction(token.text[0]))
        if token.kind == "name" and len(token.text) == 1:
            return Sym(token.text)
        raise ParseError("'{' is expected here", token.offset)

    def latex_root(self) -> Expr:
        if self.kind() == "(":  # sqrt(…) typed after a backslash
            return self.call("sqrt", self.tokens[self.at])
        if self.kind() == "[":
            self.take()
            degree = self.expression(self.sum, self.tokens[self.at - 1].offset)
            self.expect("]")
            return Call("root", (self.latex_argument(), degree))
        return Call("sqrt", (self.latex_argument(),))


def _product(parts: list[Expr]) -> Expr:
    product = parts[0]
    for part in parts[1:]:
        product = Mul(product, part, implicit=True)
    return product


def _divide(left: Expr, chunk: list[Expr], operator: Token) -> Expr:
    if len(chunk) == 1:
        return Div(left, chunk[0])
    if isinstance(left, Num) and isinstance(chunk[0], Num):  # 1/2x: a fraction as coefficient
        return _product([Div(left, chunk[0]), *chunk[1:]])
    raise ParseError("what stands below the fraction bar is not clear; write parentheses", operator.offset)
