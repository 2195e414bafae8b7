"""Wrong steps of a line: every mal-rule at every place, found once for a part and kept."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import generation.diagnose.malrules  # noqa: F401  (fills the register)
from generation.diagnose.malrule import MAL_RULES, MalRule
from generation.expression.errors import ExpressionError
from generation.expression.tree import Node, children, rebuild

MAX_PLACES = 100
"""Parts of a line in which wrong steps are looked for; a line of a school item has some twenty, longer ones are passed
over."""
Path = tuple[int, ...]


def wrong_lines(node: Node, rule: MalRule) -> Iterator[Node]:
    """What a line becomes when one mal-rule is carried out at one place."""
    for path, part in _places(node):
        for new in _applied(part, rule):
            yield _replaced(node, path, new)


@lru_cache(maxsize=256)
def all_wrong_lines(node: Node) -> tuple[tuple[str, Node], ...]:
    """What a line becomes by any mal-rule at any place, with the mal-rule's id; each line once for each mal-rule."""
    found = ((rule_id, _replaced(node, path, new)) for path, part in _places(node) for rule_id, new in _of_part(part))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1024)
def _of_part(part: Node) -> tuple[tuple[str, Node], ...]:
    return tuple((rule.id, new) for rule in MAL_RULES.values() for new in _applied(part, rule))


def _applied(part: Node, rule: MalRule) -> list[Node]:
    try:
        return list(rule.apply(part))
    except ExpressionError:
        return []  # the part has no value that the mal-rule could work with


@lru_cache(maxsize=256)
def _places(node: Node) -> tuple[tuple[Path, Node], ...]:
    """The node and all below it with the way there, parents first; none of a line that is too long."""
    found: list[tuple[Path, Node]] = []
    stack: list[tuple[Path, Node]] = [((), node)]
    while stack:
        path, part = stack.pop()
        found.append((path, part))
        if len(found) > MAX_PLACES:
            return ()
        stack.extend(((*path, i), child) for i, child in reversed(list(enumerate(children(part)))))
    return tuple(found)


def _replaced(node: Node, path: Path, new: Node) -> Node:
    if not path:
        return new
    parts = children(node)
    place = path[0]
    return rebuild(node, (*parts[:place], _replaced(parts[place], path[1:], new), *parts[place + 1 :]))
