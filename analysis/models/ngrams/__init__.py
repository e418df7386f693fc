"""Models that count what follows each context of k letters, k = 0, 1, 2 ...; one of k letters is an n-gram, n = k + 1.

`additive`: fake counts, as in the lecture. `interpolated`: what a context has not seen is left to the context that is
one letter shorter; `witten_bell` and `kneser_ney` say how much. `mixture`: three models that look at different things.
`evaluation`: nll of many of them at once, and the smoothing that is best on dev. `overview`: all lengths of a list.
`ladder`: all models side by side. `choose`: their names, such as kn:6.
"""
