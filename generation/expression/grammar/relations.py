"""Lists, logic, relations, sets and intervals: the loose layers of the grammar."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from generation.expression.errors import ParseError
from generation.expression.grammar.arithmetic import Arithmetic
from generation.expression.grammar.cursor import RELATIONS, Bracket
from generation.expression.tree import (
    And,
    Collection,
    Const,
    Everything,
    Expr,
    Interval,
    Logic,
    Neg,
    Node,
    Nothing,
    Or,
    Relation,
    RelationOp,
)

_AFTER_WHOLE = frozenset({"", ",", "word", ")", "]", "}", "set}", "row", "end"})
"""What may stand behind something that is not part of an expression."""
_OPENING = frozenset({"(", "[", "{", "set{", "begin", "word"})


class Relations(Arithmetic):
    """From a list down to one relation."""

    def list_(self) -> Node:
        first = self.logic()
        if self.tokens[self.at].kind != ",":
            return first
        items = [first]
        while self.kind() == ",":
            self.take()
            items.append(self.logic())
        return Collection("list", tuple(items))

    def logic(self) -> Node:
        first = self.both()
        return first if not self.word("or") else self._joined("or", first, self.both, Or)

    def both(self) -> Node:
        first = self.relation()
        return first if not self.word("and") else self._joined("and", first, self.relation, And)

    def _joined(self, word: str, first: Node, read: Callable[[], Node], join: type[And] | type[Or]) -> Node:
        parts = [first]
        offset = self.offset()
        while self.word(word):
            self.take()
            parts.append(read())
        if all(isinstance(part, Expr) for part in parts) and word == "or":
            return Collection("list", tuple(parts))  # "2 or 3"
        if not all(isinstance(part, Logic) for part in parts):
            raise ParseError(f"'{word}' joins equations or inequalities", offset)
        return join(cast("tuple[Logic, ...]", tuple(parts)))

    def relation(self) -> Node:
        if self.tokens[self.at].kind in _OPENING and (whole := self._whole()) is not None:
            return whole
        sides: list[Expr] = [self.sum()]
        ops: list[str] = []
        while self.tokens[self.at].kind in RELATIONS:
            ops.append(self.take().kind)
            if self.kind() in ("set{", "{") and self._stands_alone():  # x = {2, 3}
                raise ParseError("a set cannot stand in an equation here", self.offset())
            sides.append(self.sum())
        if not ops:
            return sides[0]
        chain = tuple(
            Relation(cast("RelationOp", op), left, right)
            for op, left, right in zip(ops, sides, sides[1:], strict=False)
        )
        return chain[0] if len(chain) == 1 else And(chain)

    def _whole(self) -> Node | None:
        """What opens here and is no part of an expression, None where it is one."""
        kind = self.kind()
        if kind == "word":
            return self._word()
        if kind == "begin":
            return self.cases() if self.here().text in ("cases", "aligned") else None
        if kind == "{" and self.latex:
            return None
        if not self._stands_alone():
            return None
        bracket = cast("Bracket", self.bracket())
        if kind in ("set{", "{"):
            return self.set_()
        if bracket.commas:
            return self._tuple_or_interval(bracket)
        return self._bracketed_logic() if kind == "(" and bracket.relations else None

    def _stands_alone(self) -> bool:
        """Whether nothing is computed with the bracket that opens here."""
        bracket = self.bracket()
        return bracket is not None and self.kind(bracket.close + 1 - self.at) in _AFTER_WHOLE

    def _word(self) -> Node:
        token = self.take()
        if token.text == "all":
            return Everything()
        if token.text == "none":
            return Nothing()
        raise ParseError(f"'{token.text}' is not expected here", token.offset)

    def _bracketed_logic(self) -> Node:
        self.take()
        inner = self.enclosed(self.list_)
        self.expect(")")
        return inner

    def _tuple_or_interval(self, bracket: Bracket) -> Node | None:
        """``(1, 2)`` is a tuple, ``(1, 2]`` and ``(1, oo)`` are intervals, ``[[1, 2], [3, 4]]`` is neither."""
        if self.kind() == "[" and self.kind(1) == "[":
            return None
        opening = self.take()
        inner = self.enclosed(self.list_)
        closing = self.take()
        items = inner.items if isinstance(inner, Collection) and inner.kind == "list" else (inner,)
        ends = [item for item in items if isinstance(item, Expr)]
        closed = opening.kind == "[", closing.kind == "]"
        if len(ends) == len(items) == 2 and (any(closed) or any(_is_infinite(end) for end in ends)):
            return Interval(ends[0], ends[1], *closed)
        if any(closed) or bracket.close + 1 != self.at:
            raise ParseError("an interval has two ends", opening.offset)
        return Collection("tuple", items)

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
        return rows[0] if len(rows) == 1 else And(cast("tuple[Logic, ...]", tuple(rows)))

    def set_(self) -> Node:
        opened = self.take()
        closing = "set}" if opened.kind == "set{" else "}"
        if self.kind() == closing:
            self.take()
            return Collection("set", ())
        inner = self.enclosed(self.list_)
        self.expect(closing)
        items = inner.items if isinstance(inner, Collection) and inner.kind == "list" else (inner,)
        return Collection("set", items)


def _is_infinite(end: Expr) -> bool:
    return end == Const("oo") or (isinstance(end, Neg) and end.arg == Const("oo"))
