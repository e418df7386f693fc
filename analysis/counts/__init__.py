"""Count which character follows which, and turn the counts into a model.

Count: pairs (`bigrams`, and the lecture's `dictionary`), the tables of a list (`tables`), a list of words and all that
is known about it (`word_list`).
Divide: from counts to probabilities (`normalization`: the right and wrong ways in `divisions`, the rule for shapes in
`broadcasting`, the time of a division in `costs`), and fake counts (`smoothing`).
Judge: how well a model predicts (`likelihood`, its `steps`, and `scaled_count`), and models that know less
(`baselines`: the lengths of words in `lengths`, the likeliest words in `likely`).
Count longer contexts (`contexts`), for the models of models.ngrams.
"""
