"""What is known and how it is found: achievement standards, wrong-answer notes, hybrid search over both.

Nothing is imported here, so that a command which needs no search pays for none.
"""
