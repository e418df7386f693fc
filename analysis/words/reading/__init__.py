"""Read lists of words of any size from files, addresses and pasted texts. A file goes through these modules:

`list_format`: options, and the messages that name refused lines. `sources`: which files a name, a pattern or an
address means. `unpacking` and `decoding`: bytes of a packed file, and text. `cells`: what the cells of a line are.
`guesses`: what a list looks like. `layout`: whether it has a word on each line or is a table, and the columns of a
table, from the options and the guesses. `contents`: words, their places and weights. `cleaning`: the rules for words,
and which are refused. `report`: a list in memory, and what was found in it; `files` reads it from a file. `pieces`: a
file of any size, piece by piece, for `analysis.large`.
"""
