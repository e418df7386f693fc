"""Words: from a file to a list of them, and from a list to ids.

`vocabulary`: characters and ids. `lists`: the rules for words. `reading`: the reader of lists, over `sources` (which
files there are), `pieces` (opened, unpacked, cut at line ends) and `columns` (tables). `names`: the lecture's list.
`shipped`: the files in data/. `split`: words held out.
"""
