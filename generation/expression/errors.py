"""What can go wrong with an expression.

ExpressionError
├── ParseError        the text is not an expression of the allow-list; says where
├── BudgetError       reading or computing it would cost more than allowed
└── NotExactError     its value is outside the exact arithmetic (or undefined)
    ├── UndefinedError    division by zero, zero to the zero …
    └── NotRealError      the square root of a negative number, where only real numbers are meant
"""

from __future__ import annotations


class ExpressionError(ValueError):
    """Root of this package's errors."""


class ParseError(ExpressionError):
    """Text outside the allow-list. ``offset`` counts characters from the start of the text."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(f"{message} (at character {offset + 1})")
        self.message = message
        self.offset = offset


class BudgetError(ExpressionError):
    """More size, depth, digits or exponent than an item of school mathematics needs."""


class NotExactError(ExpressionError):
    """The exact arithmetic of this package does not cover the expression."""


class UndefinedError(NotExactError):
    """The expression has no value, as in a division by zero."""


class NotRealError(NotExactError):
    """An even root of a negative number: undefined among the real numbers, defined among the complex ones."""
