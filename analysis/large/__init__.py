"""A corpus that outgrows one list: files of any size counted, here or on a cluster.

What counts: the kernel (`kernel`), its inner part (`pairs`), words with weights (`weights`), the tables that come out
(`tables`). Who counts: threads (`engine`) or the workers of a cluster (`cluster`), both by the same tasks (`tasks`).
Files are read by `analysis.words`.
"""
