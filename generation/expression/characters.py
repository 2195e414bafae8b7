"""The characters, LaTeX commands and words that are understood, each with what it stands for; nothing else is read."""

from __future__ import annotations

_ITALIC = {
    **{chr(0x1D44E + k): chr(0x61 + k) for k in range(26) if k != 7},  # 𝑎 … 𝑧, as word processors write variables
    **{chr(0x1D434 + k): chr(0x41 + k) for k in range(26)},
    "ℎ": "h",
}
CHARACTERS = {
    **{chr(0xFF01 + i): chr(0x21 + i) for i in range(94)},  # full-width ASCII: ０１２＋＝ｘ
    **_ITALIC,
    "　": " ", "\u00a0": " ", "\u2009": " ", "\u2005": " ", "\u202f": " ", "\t": " ", "\n": " ", "\r": " ",
    "×": "*", "∙": "*", "⋅": "*", "·": "*", "∗": "*", "✕": "*",
    "−": "-", "‐": "-", "‑": "-", "–": "-", "—": "-", "➖": "-", "➕": "+", "➗": "÷",
    "≤": "≤", "≦": "≤", "⩽": "≤", "≥": "≥", "≧": "≥", "⩾": "≥",
    "∣": "|", "｜": "|", "│": "|", "∕": "/", "⁄": "/", "′": "'", "’": "'", "º": "°", "˚": "°",
}  # fmt: skip
"""Characters that mean the same as another one."""

SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿˣ", "0123456789+-()nx", strict=True))
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₙₘₖᵢⱼᵣₓ", "0123456789+-()nmkijrx", strict=True))
VULGAR = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5",
    "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅐": "1/7", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8", "⅑": "1/9",
    "⅒": "1/10",
}  # fmt: skip
_GREEK_NAMES = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi rho sigma tau phi chi psi omega"
)
GREEK = {
    **dict(zip("αβγδεζηθικλμνξρστφχψω", _GREEK_NAMES.split(), strict=True)),
    "ϕ": "phi", "ϵ": "epsilon", "ϑ": "theta", "µ": "mu",
}  # fmt: skip
"""Letters that name variables; the name is what a model declares (``theta``)."""

OPERATORS = {
    "**": "^", "<=": "<=", "=<": "<=", ">=": ">=", "=>": ">=", "!=": "!=", "≤": "<=", "≥": ">=", "≠": "!=",
    "+": "+", "-": "-", "*": "*", "/": "/", "÷": "÷", "^": "^", "=": "=", "<": "<", ">": ">", "(": "(", ")": ")",
    "[": "[", "]": "]", "{": "{", "}": "}", "|": "|", ",": ",", ";": ",", "!": "!", "%": "%", "√": "√", "_": "_",
    "'": "'", "°": "°", "±": "±", "∓": "∓", "&": "&", "⌊": "⌊", "⌋": "⌋", "⌈": "⌈", "⌉": "⌉", "∛": "∛", "∜": "∜",
    "∑": "sum", "∏": "product", "∫": "integral", "→": "to",
}  # fmt: skip
NAMED = {"π": "pi", "∞": "oo", **GREEK}
"""Characters that are names."""
SIGNS = {"∅": "none", "∨": "or", "∧": "and", "ℝ": "all"}
"""Characters that are words."""

COMMANDS = {
    "times": "*", "cdot": "*", "ast": "*", "div": "÷", "le": "<=", "leq": "<=", "leqq": "<=", "leqslant": "<=",
    "ge": ">=", "geq": ">=", "geqq": ">=", "geqslant": ">=", "lt": "<", "gt": ">", "ne": "!=", "neq": "!=",
    "pm": "±", "mp": "∓", "frac": "frac", "dfrac": "frac", "tfrac": "frac", "cfrac": "frac", "sqrt": "sqrt",
    "binom": "binom", "dbinom": "binom", "tbinom": "binom",
    "lvert": "|(", "rvert": ")|", "vert": "|", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉",
    "lbrace": "set{", "rbrace": "set}", "lbrack": "[", "rbrack": "]",
    "degree": "°", "circ": "°", "prime": "'", "sum": "sum", "prod": "product", "int": "integral", "lim": "limit",
    "to": "to", "rightarrow": "to", "longrightarrow": "to",
}  # fmt: skip
COMMAND_NAMES = frozenset({"log", "ln", "sin", "cos", "tan", "exp", "max", "min", "gcd", "pi", *GREEK.values()})
"""Commands that name a function, a constant or a variable of the same name."""
COMMAND_ALIASES = {
    "infty": "oo", "varepsilon": "epsilon", "varphi": "phi", "vartheta": "theta",
}  # fmt: skip
COMMAND_WORDS = {"land": "and", "wedge": "and", "lor": "or", "vee": "or", "emptyset": "none", "varnothing": "none"}
_SIZES = ("big", "Big", "bigg", "Bigg")
INK = frozenset(["left", "right", *_SIZES, *(size + side for size in _SIZES for side in "lr")]) | frozenset(
    ["quad", "qquad", "displaystyle", "textstyle", "limits", "nolimits"]
)
"""Commands that only move or size ink."""
UPRIGHT = frozenset({"mathrm", "operatorname", "rm", "mathit", "mathbf"})
IN_WORDS = frozenset({"text", "textrm", "mbox", "textnormal"})
ENVIRONMENTS = frozenset({"cases", "aligned", "pmatrix", "bmatrix"})

WORDS = {
    "또는": "or", "혹은": "or", "or": "or", "이고": "and", "그리고": "and", "and": "and",
    "모든 실수": "all", "모든 수": "all", "all real numbers": "all", "all": "all",
    "해가 없다": "none", "해는 없다": "none", "해가 없음": "none", "해 없음": "none", "해가 없습니다": "none",
    "해가 존재하지 않는다": "none", "없다": "none", "없음": "none", "없습니다": "none",
    "no solution": "none", "no solutions": "none", "none": "none",
    "퍼센트": "%", "프로": "%", "percent": "%", "도": "°",
}  # fmt: skip
"""Words that are read, each as the token that it stands for."""
