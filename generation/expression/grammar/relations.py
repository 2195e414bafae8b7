"""Lists, logic and relations: the loose layers of the grammar."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from generation.expression.errors import ParseError
from generation.expression.grammar.arithmetic import Arithmetic
from generation.expression.tree import And, Collection, Everything, Expr, Logic, Node, Nothing, Or, Relation, RelationOp

RELATIONS = frozenset({"=", "!=", "<", "<=", ">", ">="})


class Relations(Arithmetic):
    """From a list down to one relation."""

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
