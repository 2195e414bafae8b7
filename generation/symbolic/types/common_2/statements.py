"""Propositions, conditions and inequalities that always hold [10공수2-02-04, 05, 06, 08]."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

from generation.expression.tree import Relation
from generation.problem import Ask, Model
from generation.symbolic.building import nonzero, quadratic
from generation.symbolic.told import Item, Said, as_text, slips, text, told_type
from generation.symbolic.types.common_1.polynomials import whole_coefficients


@told_type(
    "truth-for-all-reals",
    standard="[10공수2-02-04]",
    ko="모든을 포함한 명제",
    en="proposition about all numbers",
    draw=lambda rng: {"e": f"{text(quadratic(1, 2 * nonzero(rng, -5, 5), rng.randint(-3, 30), 'x'))} > 0"},
    says={
        "ko": ("명제 '모든 실수 $x$에 대하여 {e}이다.'의 참, 거짓을 판별하시오.",),
        "en": ("Is the proposition 'for all real $x$, {e}' true or false?",),
    },
)
def truth_for_all_reals(e: Relation) -> Item:
    c, b, a = whole_coefficients(e.left, 2)
    if e.op != ">" or text(e.right) != "0" or a != 1 or b % 2:
        raise ValueError("a quadratic inequality")
    rest = c - (b // 2) ** 2
    key = "true" if rest > 0 else "false"
    return Item(
        Model(Ask("truth", claim=text(e)), {"x": "real"}),
        (key,),
        (
            Said(
                f"$\\left(x{'+' if b > 0 else '-'}{abs(b) // 2}\\right)^2$의 꼴로 고치면 나머지 상수는 ${rest}$이므로",
                f"completing the square leaves the constant ${rest}$",
            ),
        ),
        (("false" if key == "true" else "true",),),
    )


@told_type(
    "integers-of-truth-set",
    standard="[10공수2-02-04]",
    ko="조건의 진리집합",
    en="truth set of a condition",
    draw=lambda rng: {"a": rng.randint(1, 9), "k": rng.randint(2, 8)},
    says={
        "ko": ("정수 $x$에 대한 조건 '$p$: $|x-{a}|<{k}$'의 진리집합의 원소의 개수를 구하시오.",),
        "en": ("How many integers $x$ does the truth set of the condition $|x-{a}|<{k}$ have?",),
    },
)
def integers_of_truth_set(a: int, k: int) -> Item:
    if a < 1 or not 2 <= k <= 20:
        raise ValueError("a distance")
    key = 2 * k - 1
    return Item(
        Model(Ask("count", unknowns=("x",)), {"x": "integer"}, given=(f"|x - {a}| < {k}",)),
        (str(key),),
        (
            Said("절댓값 기호를 풀면", "without the bars", f"{a - k} < x < {a + k}"),
            Said("정수의 개수는", "so the number of integers is", str(key)),
        ),
        slips(key, 2 * k, 2 * k + 1, k, k - 1, a + k - 1),
    )


@told_type(
    "truth-of-converse",
    standard="[10공수2-02-05]",
    ko="명제의 역",
    en="converse of a proposition",
    draw=lambda rng: {"p": (a := nonzero(rng, -9, 9)), "q": a * a},
    says={
        "ko": ("실수 $x$에 대하여 명제 '$x={p}$이면 $x^2={q}$이다.'의 역의 참, 거짓을 판별하시오.",),
        "en": ("For real $x$, is the converse of 'if $x={p}$ then $x^2={q}$' true or false?",),
    },
    reads=("명제 '$x={p}$이면 $x^2={q}$이다.'의 역의 참, 거짓을 판별하시오.",),
)
def truth_of_converse(p: int, q: int) -> Item:
    if p * p != q:
        raise ValueError("a number and its square")
    return Item(
        Model(Ask("truth", claim=f"x = {p}"), {"x": "real"}, given=(f"x^2 = {q}",)),
        ("false" if p else "true",),
        (
            Said(
                f"역은 '$x^2={q}$이면 $x={p}$이다.'이고 $x={-p}$일 때 성립하지 않으므로",
                f"$x={-p}$ is a counterexample to the converse",
            ),
        ),
        (("true" if p else "false",),),
    )


@told_type(
    "truth-of-contrapositive",
    standard="[10공수2-02-05]",
    ko="명제의 대우",
    en="contrapositive of a proposition",
    draw=lambda rng: {"p": rng.randint(-9, 9), "q": rng.randint(-9, 9)},
    says={
        "ko": ("실수 $x$에 대하여 명제 '$x>{p}$이면 $x>{q}$이다.'의 대우의 참, 거짓을 판별하시오.",),
        "en": ("For real $x$, is the contrapositive of 'if $x>{p}$ then $x>{q}$' true or false?",),
    },
    reads=("명제 '$x>{p}$이면 $x>{q}$이다.'의 대우의 참, 거짓을 판별하시오.",),
)
def truth_of_contrapositive(p: int, q: int) -> Item:
    if p == q:
        raise ValueError("two numbers")
    key = "true" if p > q else "false"
    return Item(
        Model(Ask("truth", claim=f"x > {q}"), {"x": "real"}, given=(f"x > {p}",)),
        (key,),
        (
            Said(
                "명제와 그 대우는 참, 거짓을 같이하므로 주어진 명제를 판별하면 된다.",
                "a proposition and its contrapositive are both true or both false",
            ),
        ),
        (("false" if key == "true" else "true",),),
    )


@told_type(
    "constant-of-sufficient-condition",
    standard="[10공수2-02-06]",
    ko="충분조건",
    en="sufficient condition",
    draw=lambda rng: (lambda p, r: {"p": p, "c": p * r})(rng.randint(1, 6), rng.randint(1, 6)),
    says={
        "ko": ("실수 $x$에 대하여 $x-{p}=0$이 $x^2+ax+{c}=0$이기 위한 충분조건일 때, 상수 $a$의 값을 구하시오.",),
        "en": ("For real $x$, $x-{p}=0$ is a sufficient condition for $x^2+ax+{c}=0$. Find the constant $a$.",),
    },
)
def constant_of_sufficient_condition(p: int, c: int) -> Item:
    if p < 1 or c < 1 or c % p:
        raise ValueError("a root")
    key = Fraction(-p * p - c, p)
    return Item(
        Model(Ask("value", of="a"), {"x": "real", "a": "real"}, given=(f"x - {p} = 0", f"x^2 + a*x + {c} = 0")),
        (as_text(key),),
        (
            Said(
                f"$x={p}$[이] 이차방정식을 만족시켜야 하므로",
                f"$x={p}$ must satisfy the equation",
                f"{p * p} + {p}a + {c} = 0" if p > 1 else f"1 + a + {c} = 0",
            ),
            Said("따라서", "so", f"a = {as_text(key)}"),
        ),
        slips(key, -key, Fraction(p * p + c, p), Fraction(c, p), key + p, key - 1),
    )


@told_type(
    "constants-of-equivalent-conditions",
    standard="[10공수2-02-06]",
    ko="필요충분조건",
    en="equivalent conditions",
    draw=lambda rng: {"p": rng.randint(1, 6), "q": rng.randint(7, 12)},
    says={
        "ko": (
            "두 조건 '$x^2+ax+b=0$'과 '$x={p}$ 또는 $x={q}$'가 서로 필요충분조건일 때, 상수 $a$, $b$에 대하여 $a+b$의 값을 구하시오.",
        ),
        "en": ("The conditions '$x^2+ax+b=0$' and '$x={p}$ or $x={q}$' are equivalent. Find $a+b$.",),
    },
)
def constants_of_equivalent_conditions(p: int, q: int) -> Item:
    if p == q:
        raise ValueError("two roots")
    a, b = -(p + q), p * q
    key = a + b
    return Item(
        Model(
            Ask("value", of="a + b"),
            {"x": "real", "a": "real", "b": "real"},
            given=(f"f({p}) = 0", f"f({q}) = 0"),
            define={"f(x)": "x^2 + a*x + b"},
        ),
        (str(key),),
        (
            Said("두 근의 합과 곱을 이용하면", "by the sum and the product of the roots", f"a = {a} and b = {b}"),
            Said("따라서", "so", f"a + b = {key}"),
        ),
        slips(key, -a + b, a - b, -a - b, p + q, b),
    )


@told_type(
    "least-of-sum-with-reciprocal",
    standard="[10공수2-02-08]",
    ko="산술평균과 기하평균의 관계",
    en="arithmetic and geometric mean",
    draw=lambda rng: (lambda a, r: {"a": a, "k": a * r * r} if a > 1 else {"a": 2, "k": 2 * r * r})(
        rng.randint(2, 5), rng.randint(1, 6)
    ),
    says={
        "ko": (
            "$x>0$일 때, ${a}x+\\frac{{k}}{x}$의 최솟값을 구하시오.",
            "양수 $x$에 대하여 ${a}x+\\frac{{k}}{x}$의 최솟값을 구하시오.",
        ),
        "en": ("Find the minimum of ${a}x+\\frac{{k}}{x}$ for positive $x$.",),
    },
)
def least_of_sum_with_reciprocal(a: int, k: int) -> Item:
    root = isqrt(a * k)
    if a < 2 or k < 1 or root * root != a * k:
        raise ValueError("a whole minimum")
    key = 2 * root
    return Item(
        Model(Ask("extremum", of=f"{a}*x + {k}/x", sense="min"), {"x": "positive"}),
        (str(key),),
        (
            Said("산술평균과 기하평균의 관계에 의하여", "by the means", f"2*sqrt({a}*{k})"),
            Said("따라서 최솟값은", "so the minimum is", str(key)),
        ),
        slips(key, root, a * k, a + k, 2 * a * k, key + 1),
    )


@told_type(
    "largest-product-of-sum",
    standard="[10공수2-02-08]",
    ko="합이 일정한 두 양수의 곱의 최댓값",
    en="largest product of two numbers with a sum",
    draw=lambda rng: {"s": 2 * rng.randint(2, 20)},
    says={
        "ko": ("양수 $x$, $y$에 대하여 $x+y={s}$일 때, $xy$의 최댓값을 구하시오.",),
        "en": ("The positive numbers $x$ and $y$ have the sum $x+y={s}$. Find the maximum of $xy$.",),
    },
)
def largest_product_of_sum(s: int) -> Item:
    key = Fraction(s * s, 4)
    if s < 2 or key.denominator > 1:
        raise ValueError("a sum")
    return Item(
        Model(Ask("extremum", of="x*y", sense="max"), {"x": "positive", "y": "positive"}, given=(f"x + y = {s}",)),
        (as_text(key),),
        (
            Said(
                "산술평균과 기하평균의 관계에 의하여 $x=y$일 때 최대이므로",
                "by the means it is largest where $x=y$",
                f"({s}/2)^2",
            ),
            Said("따라서 최댓값은", "so the maximum is", as_text(key)),
        ),
        slips(key, s * s, Fraction(s * s, 2), Fraction(s, 2), key - 1, 2 * s),
    )
