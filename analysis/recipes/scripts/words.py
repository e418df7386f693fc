"""Words: the list, its alphabet, the pairs of a word, and the lecture's dictionary. No torch is needed."""

word = "emma"
search = ""  # pairs with this text
order = "most"  # most, least or alphabet
stop = 12  # pairs counted before the dictionary is shown

words = open("names.txt", encoding="utf-8").read().splitlines()
print("words", len(words), len(set(words)), min(map(len, words)), max(map(len, words)))
print("first", *words[:10])
for length in range(1, max(map(len, words)) + 1):
    print("letters", length, sum(len(w) == length for w in words))

stoi = {letter: i + 1 for i, letter in enumerate(sorted(set("".join(words))))}
stoi["."] = 0  # one mark for the start and the end
print("stoi", stoi)

print("pairs", list(zip(word, word[1:])))
print("marked", list(zip(["<S>", *word], [*word, "<E>"])))


def steps(words):  # the lecture's loop, one pair at a time
    b = {}
    for w in words:
        for pair in zip(["<S>", *w], [*w, "<E>"]):
            b[pair] = b.get(pair, 0) + 1
            yield pair, b


counted = dict.fromkeys([*words[:3], word])  # the first three, and the word if it is none of them
for number, (pair, b) in enumerate(steps(counted), start=1):
    print("step", number, pair, b[pair])
    if number == stop:
        print("dictionary", b)
        break

for _, b in steps(words):
    pass
orders = {"most": lambda item: -item[1], "least": lambda item: item[1], "alphabet": lambda item: 0}
for pair, times in sorted(sorted(b.items()), key=orders[order]):
    plain = "".join(pair).replace("<S>", ".").replace("<E>", ".")  # finds either mark
    if search in "".join(pair) or search in plain:
        print("counted", pair, times)
