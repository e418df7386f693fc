"""Words: read them from files, check them, and turn them into ids.

`vocabulary`: characters and ids. `report`: a list of words from bytes, and what was found in it; with `list_format`,
`lists` (the rules for words), `unpacking`, `contents` and `layout` (tables). `reading`: a list from a file.
For files of any size: `sources` (finds them), `pieces` (cuts them at line ends), `columns` (tables). `names`: the
built-in lists, that of the lecture and those of `first_names`. `shipped`: the files in data/. `split`: train, dev and
test.
"""
