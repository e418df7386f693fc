"""Models that predict the next letter: their interface (`base`), the bigram models (`table`, `net`), counted models of
longer contexts (`ngrams`), nets that are trained letter by letter (`trained`), and the mean of several models (`mean`).

Any model can be scored (`likelihood`), compared with another (`comparison`), and sampled from (`samples.names`).
"""
