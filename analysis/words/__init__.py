"""Words: read them from files, check them, and turn them into ids.

`vocabulary`: characters and ids. `lists`: the rules for words. `reading`: reads a list of words, with `sources` (finds
files), `pieces` (opens and unpacks a file, cuts it at line ends) and `columns` (tables). `names`: the built-in lists,
that of the lecture and those of `first_names`. `shipped`: the files in data/. `split`: train, dev and test.
"""
