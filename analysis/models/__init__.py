"""Models that predict the next letter: their interface (`base`) and the bigram models (`table`, `net`).

Any model can be scored (`likelihood`), compared with another (`comparison`), and sampled from (`samples.names`).
"""
