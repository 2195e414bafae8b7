"""Expressions as school writes them: an immutable tree, one parser, rendering, exact arithmetic."""
