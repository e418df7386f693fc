"""Models that count what follows each context of k letters, k = 0, 1, 2 ...; one of k letters is an n-gram, n = k + 1.

`additive`: fake counts, as in the lecture. `interpolated`: what a context has not seen is left to the context that is
one letter shorter; `witten_bell` and `kneser_ney` say how much. `evaluation`: nll of many of them at once, and the
smoothing that is best on dev. `ladder`: all of them side by side. `choose`: their names, such as kn:6.
"""
