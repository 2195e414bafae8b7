"""Values of permutations and combinations as they are written [10공수1-03-02, 03; 12확통01-02]."""

from __future__ import annotations

from math import comb, factorial, perm

from generation.symbolic.told import Item, Said, slips, told_type, value


def _selection(id: str, sign: str, standard: str, ko: str, en: str, most: int) -> None:
    """A type: the value of one number of selections."""

    @told_type(
        id,
        standard=standard,
        ko=ko,
        en=en,
        draw=lambda rng: {"n": rng.randint(3, most), "r": rng.randint(2, 5)},
        says={
            "ko": (f"${{}}_{{{{n}}}}\\mathrm{{{sign}}}_{{{{r}}}}$의 값을 구하시오.",),
            "en": (f"Find the value of ${{}}_{{{{n}}}}\\mathrm{{{sign}}}_{{{{r}}}}$.",),
        },
        reads=(f"${{}}_{{{{n}}}}\\mathrm{{{sign}}}_{{{{r}}}}$를 계산하시오.",),
    )
    def build(n: int, r: int) -> Item:
        if not 2 <= r <= 6 or n < 2 or (sign != "H" and r >= n) or n > 40:
            raise ValueError("some of all")
        key = {"P": perm(n, r), "C": comb(n, r), "H": comb(n + r - 1, r)}[sign]
        top = n + r - 1 if sign == "H" else n
        product = "*".join(str(top - i) for i in range(r))
        if key > 50_000:
            raise ValueError("a small number")
        line = product if sign == "P" else f"({product})/{r}!"
        words = {
            "P": ("서로 다른 것에서 택하여 나열하는 경우의 수이므로 차례로 곱하면", "multiply one less each time"),
            "C": ("순열의 수를 택한 것을 나열하는 경우의 수로 나누면", "divide the permutations by those of what is taken"),
            "H": ("중복조합의 수를 조합의 수로 바꾸어 계산하면", "written as combinations without repetition"),
        }[sign]  # fmt: skip
        return Item(
            value(f"{sign}({n}, {r})"),
            (str(key),),
            (Said(*words, line), Said("따라서", "so", str(key))),
            slips(key, perm(n, r) if r <= n else n**r, comb(n, r), n * r, n**r, comb(n + r, r), factorial(r),
                  fits=lambda x: x > 0),
        )  # fmt: skip


_selection("value-of-permutation", "P", "[10공수1-03-02]", "순열의 수", "number of permutations", 12)
_selection("value-of-combination", "C", "[10공수1-03-03]", "조합의 수", "number of combinations", 15)
_selection("value-of-combination-with-repetition", "H", "[12확통01-02]", "중복조합의 수",
           "number of combinations with repetition", 9)  # fmt: skip
