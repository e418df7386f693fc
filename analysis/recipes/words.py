"""The lines and the commands of the page Words: the list, its alphabet, the pairs of a word, the dictionary."""

from __future__ import annotations

import shlex

from analysis.recipes import Recipe

SORTED = {
    "most": "sorted(sorted(b.items()), key=lambda kv: -kv[1])",
    "least": "sorted(sorted(b.items()), key=lambda kv: kv[1])",
    "alphabet": "sorted(b.items())",
}


def words_recipe(word: str, search: str, order: str, step: int) -> Recipe:
    """Size, lengths, ids, the pairs of a word, so many steps of the dictionary, and the whole of it, sorted."""
    code = f"""\
words = open("names.txt").read().split()
print("words", len(words), len(set(words)), min(map(len, words)), max(map(len, words)))
print("first", *words[:10])
for length in range(1, max(map(len, words)) + 1):
    print("letters", length, sum(len(w) == length for w in words))

stoi = {{letter: i + 1 for i, letter in enumerate(sorted(set("".join(words))))}}
stoi["."] = 0  # one mark for the start and the end
itos = {{i: letter for letter, i in stoi.items()}}
print("stoi", stoi)

word = {word!r}
print("pairs", list(zip(word, word[1:])))
print("marked", list(zip(["<S>", *word], [*word, "<E>"])))


def steps(words):  # the lecture's loop, one pair at a time
    b = {{}}
    for w in words:
        for pair in zip(["<S>", *w], [*w, "<E>"]):
            b[pair] = b.get(pair, 0) + 1
            yield pair, b


counted = dict.fromkeys([*words[:3], word])  # the first three, and the word if it is none of them
for number, (pair, b) in enumerate(steps(counted), start=1):
    print("step", number, pair, b[pair])
    if number == {step}:
        print("dictionary", b)
        break

for _, b in steps(words):
    pass
for pair, count in {SORTED[order]}:
    plain = "".join(pair).replace("<S>", ".").replace("<E>", ".")  # “.” finds either mark
    if {search!r} in "".join(pair) or {search!r} in plain:
        print("counted", pair, count)
"""
    searched = f" --search {shlex.quote(search)}" if search else ""
    return Recipe(
        code,
        (
            "python -m analysis corpus --lengths",
            f"python -m analysis corpus --word {shlex.quote(word)} --steps {step}",
            f"python -m analysis corpus --dictionary --order {order}{searched}",
        ),
    )
