"""Models that predict the next letter: their interface (`base`), the bigram models (`table`, `net`), and counted models
of longer contexts (`ngrams`).

Any model can be scored (`likelihood`), compared with another (`comparison`), and sampled from (`samples.names`).
"""
