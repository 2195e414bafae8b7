"""How relations with roots, absolute values, powers, logarithms and angles are solved: each method its own file.

Every method answers with the :class:`~generation.equivalence.methods.signs.Signs` of an expression: where it is
below, at and above zero. None of them searches; each rests on an equivalence that loses and gains no solution.
"""
