"""Exact values for table.csv by enumeration in integers: Freeman-Halton and the exact trend test.

Usage: python3 table.py prints rows. The probability of a table is the product of the multinomial coefficients of
its columns over that of its row totals; the products are kept as integers, so ties are exact.
"""
from collections import defaultdict
from fractions import Fraction
from math import comb, factorial, prod


def fillings(rows, column):
    if len(rows) == 1:
        if column <= rows[0]:
            yield (column,)
        return
    for x in range(max(0, column - sum(rows[1:])), min(rows[0], column) + 1):
        for rest in fillings(rows[1:], column - x):
            yield (x,) + rest


def multinomial(counts):
    return factorial(sum(counts)) // prod(map(factorial, counts))


def freeman_halton(table):
    if len(table) > len(table[0]):
        table = [list(row) for row in zip(*table)]
    rows, columns = [sum(r) for r in table], sorted(sum(c) for c in zip(*table))
    observed = prod(multinomial(column) for column in zip(*table))
    stage = {tuple(sorted(rows)): {1: 1}}  # row totals left -> product of coefficients -> number of ways
    for column in columns:
        following = defaultdict(lambda: defaultdict(int))
        for left, paths in stage.items():
            for x in fillings(left, column):
                to, weight = following[tuple(sorted(a - b for a, b in zip(left, x)))], multinomial(x)
                for product, ways in paths.items():
                    to[product * weight] += ways
        stage = following
    (paths,) = stage.values()
    total = sum(product * ways for product, ways in paths.items())
    assert total == multinomial(rows)
    return Fraction(sum(product * ways for product, ways in paths.items() if product <= observed), total)


def trend(table, alternative):
    first, columns = table[0], [sum(c) for c in zip(*table)]
    n, people = sum(first), sum(columns)
    observed = sum(s * x for s, x in enumerate(first))
    expected = Fraction(n * sum(s * c for s, c in enumerate(columns)), people)
    ways = {(0, 0): 1}
    for s, c in enumerate(columns):
        following = defaultdict(int)
        for (taken, score), count in ways.items():
            for x in range(min(c, n - taken) + 1):
                following[taken + x, score + s * x] += count * comb(c, x)
        ways = following
    extreme = {"two-sided": lambda t: abs(t - expected) >= abs(observed - expected),
               "greater": lambda t: t >= observed, "less": lambda t: t <= observed}[alternative]
    return Fraction(sum(w for (taken, t), w in ways.items() if taken == n and extreme(t)), comb(people, n))


def parse(text):
    return [[int(x) for x in row.split(",")] for row in text.split(";")]


FISHER = ["28,5,4;29,7,6", "1,2,0,1,2,0,0,1,2,1;1,3,3,1,1,3,0,0,0,1;1,2,1,4,2,0,0,3,0,1;2,0,2,1,1,0,5,1,1,0",
          "1,0,0;0,1,0;0,0,1", "0,3,2;5,0,1", "2,3,4;6,1,0", "3,3,3;3,3,3;3,3,3", "9,1,0;2,7,1;0,3,8",
          "20,0,0;0,20,0;0,0,20", "12,3,1,0;8,8,2,4;2,9,10,6", "1,1,1,1,1,1;6,0,0,0,0,0", "7,2,2,0,5;6,3,2,3,3",
          "2,0,1,2,6;1,3,1,1,1;1,0,3,1,0;1,2,1,2,0", "1,0,0,0,0,0,0,0;0,1,1,1,1,1,1,1", "30,25,20,5;20,22,28,12",
          "4,5,6;7,8,9;10,11,12;3,0,9", "0,5,0;3,0,0",
          # Pearson's P is 10^5 to 10^12 times as large: what is negligible beside it is not beside P. The
          # first has the tolerance that the method states, 5e-11.
          "88,2,83;0,104,76", "21,118,3;39,1,87", "0,0,82;5,98,119;2,17,5"]
TREND = ["10,20,30;30,20,10", "1,2,3;3,2,1", "0,10,0,5;4,8,1,9", "5,0,5;1,0,9", "26,26,23,18,9;6,7,9,14,23", "2,2;2,1",
         "48,38,5,1,1;17,14,7,12,3", "0,0,4;4,0,0", "3,3,3;3,3,3", "16,16,17,20;31,30,35,31"]

if __name__ == "__main__":
    for text in FISHER:
        print(f'table,fisher,"{text}",,p,{float(freeman_halton(parse(text))):.17g},1e-11,"enumeration in integers, table.py"')
    for text in TREND:
        for alternative in ("two-sided", "less", "greater"):
            options = "" if alternative == "two-sided" else f"alternative={alternative}"
            print(f'table,cochran-armitage-exact,"{text}",{options},p,{float(trend(parse(text), alternative)):.17g},1e-11,'
                  '"enumeration in integers, table.py"')
