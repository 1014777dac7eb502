#!/usr/bin/env python3
"""Learns how often one sound of a name is written for another: packs/names/costs.tsv.

  sounds.py PACKS/names PAIRS.tsv[:WEIGHT] …

Each row of PAIRS: name, name, 1 when they are one name written twice; other rows are passed over, and of all rows every
second (the odd ones are kept for scoring). Symbols come from sounds.toml. Expectation maximisation over alignments
(Ristad and Yianilos 1998, "Learning string-edit distance") with groups of up to two symbols; the result is the
log-odds of each pair of groups against chance, in hundredths of a nat, symmetric. Same input, same table.
"""
import math, os, sys, tomllib, unicodedata
from collections import defaultdict

ROUNDS, PRIOR, LEAST = 6, 3.0, 3
GONE = ()


def load_symbols(folder):
    data = tomllib.load(open(os.path.join(folder, "sounds.toml"), "rb"))
    units = {form: (None if symbol == "silent" else symbol) for symbol, forms in data["symbols"].items() for form in forms}
    symbols = [s for s in data["symbols"] if s != "silent"] + [c["becomes"] for c in data["context"]]
    return units, symbols, data["context"]


def sounds_of(word, units, context):
    longest = max(map(len, units))
    word = unicodedata.normalize("NFC", word.replace("İ", "i")).lower()
    latin = any("a" <= c <= "z" for c in word)
    found, at = [], 0
    while at < len(word):
        for size in range(min(longest, len(word) - at), 0, -1):
            if word[at:at + size] in units:
                if units[word[at:at + size]]:
                    found.append(units[word[at:at + size]])
                at += size
                break
        else:
            at += 1
    if latin:
        plain = found + ["end"]
        for i in range(len(found)):
            for rule in context:
                if plain[i] == rule["symbol"] and plain[i + 1] in rule["before"] and len(found) > 1:
                    found[i] = rule["becomes"]
    return found


class Model:
    def __init__(self, symbols):
        n = len(symbols)
        self.symbols = symbols
        self.chance = {}
        for a in symbols:
            for b in symbols:
                self.chance[(a,), (b,)] = .6 / n if a == b else .3 / (n * n)
            self.chance[(a,), GONE] = self.chance[GONE, (a,)] = .05 / n
        self.finish()

    def finish(self):
        alone = defaultdict(float)
        for (a, b), p in self.chance.items():
            for symbol in a + b:
                alone[symbol] += p
        total = sum(alone.values())
        alone = {s: max(p / total, 1e-4) for s, p in alone.items()}
        self.score = {}
        for (a, b), p in self.chance.items():
            expected = 1.0
            for symbol in a + b:
                expected *= alone.get(symbol, 1e-4)
            self.score[a, b] = math.log(max(p, 1e-6 if a and b else 2e-5) / expected)

    def align(self, a, b):
        best = {(0, 0): (0.0, None)}
        for i in range(len(a) + 1):
            for j in range(len(b) + 1):
                for di, dj in ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (2, 2), (2, 0), (0, 2)):
                    if i < di or j < dj:
                        continue
                    step = (tuple(a[i - di:i]), tuple(b[j - dj:j]))
                    if step not in self.score:
                        continue
                    value = best[i - di, j - dj][0] + self.score[step]
                    if (i, j) not in best or value > best[i, j][0]:
                        best[i, j] = (value, step)
        steps, i, j = [], len(a), len(b)
        while i or j:
            step = best[i, j][1]
            steps.append(step)
            i, j = i - len(step[0]), j - len(step[1])
        return best[len(a), len(b)][0], steps[::-1]

    def itself(self, word):
        return sum(self.score[(s,), (s,)] for s in word)

    def learn(self, pairs):
        n = len(self.symbols)
        for round_number in range(ROUNDS):
            count, joint = defaultdict(float), defaultdict(float)
            for a in self.symbols:
                count[(a,), (a,)] += PRIOR
                for b in self.symbols:
                    count[(a,), (b,)] += PRIOR * .2 / n
                count[(a,), GONE] += PRIOR * .1
                count[GONE, (a,)] += PRIOR * .1
            for a, b, weight in pairs:
                value, steps = self.align(a, b)
                if 2 * value < .25 * (self.itself(a) + self.itself(b)):
                    continue  # another name, or a row that is wrong
                for x, y in steps:
                    count[x, y] += weight / 2
                    count[y, x] += weight / 2
                for (x, y), (x2, y2) in zip(steps, steps[1:]):
                    left, right = x + x2, y + y2
                    if not (1 <= len(left) <= 2 and 1 <= len(right) <= 2) or len(left) + len(right) == 2:
                        continue
                    if len(left) == len(right) == 2 and (x == y or x2 == y2):
                        continue
                    joint[left, right] += weight / 2
                    joint[right, left] += weight / 2
            total = sum(count.values())
            self.chance = {step: c / total for step, c in count.items()
                           if len(step[0]) + len(step[1]) <= 2 and max(map(len, step)) < 2 or c >= LEAST}
            if round_number < ROUNDS - 1:
                for step, c in joint.items():
                    if c >= LEAST and step not in self.chance:
                        self.chance[step] = c / total * .9
            self.finish()


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    folder = sys.argv[1]
    units, symbols, context = load_symbols(folder)
    pairs = []
    for path in sys.argv[2:]:
        path, _, weight = path.partition(":")
        for number, line in enumerate(open(path, encoding="utf8")):
            row = line.rstrip("\n").split("\t")
            if number % 2 == 0 and len(row) >= 3 and row[2] == "1":
                pairs.append((sounds_of(row[0], units, context), sounds_of(row[1], units, context), float(weight or 1)))
    model = Model(symbols)
    model.learn(pairs)
    with open(os.path.join(folder, "costs.tsv"), "w", encoding="utf8") as out:
        out.write("# Log-odds that a group of sounds is written for another, in hundredths of a nat; '-' is nothing. Made by\n"
                  "# tools/train/sounds.py from Wikidata names (CC0), places of Who's On First (CC BY) and tools/train/spellings.tsv.\n")
        for a, b in sorted(model.score):
            if a <= b:
                out.write(f"{' '.join(a) or '-'}\t{' '.join(b) or '-'}\t{round(model.score[a, b] * 100)}\n")
    print(f"{len(pairs)} pairs, {len(model.score)} scores")


if __name__ == "__main__":
    main()
