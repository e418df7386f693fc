"""Words: lists of them, the rules for what is a word, and the ids of their characters.

`reading` reads a list from a file, whatever it is. `lists`: the rules for words. `names`: the built-in lists, that of
the lecture and those of `first_names`. `split`: train, dev and test. `vocabulary`: characters and ids. `shipped`: the
files in data/.
"""
