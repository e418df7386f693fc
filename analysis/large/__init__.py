"""Count a corpus that is too large for one list of words: files of any size, on this machine or on a cluster.

How to count: `kernel`, its inner part `pairs`, and the resulting tables (`tables`). Where to count: on threads
(`engine`) or on the workers of a cluster (`cluster`); both run the same `tasks`. `analysis.words.reading` reads the
files.
"""
