"""Names drawn letter by letter."""

from shared.words import itos


def names(P, draw, n):  # draw(p) gives an index from a row p of probabilities
    for _ in range(n):
        letters, i = [], 0
        for _ in range(1000):  # a longer name is cut
            i = draw(P[i])
            if i == 0:
                break
            letters.append(itos[i])
        yield "".join(letters)
