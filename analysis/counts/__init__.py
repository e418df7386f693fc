"""What follows what, counted, and what the counts say.

Counting: pairs (`bigrams`, with the lecture's `dictionary`), and what ships of a list (`tables`).
Dividing: counts to probabilities (`normalization`: all ways to do it side by side in `divisions`, how shapes meet in
`broadcasting`, what a division costs in `costs`), fake counts (`smoothing`).
Judging: how well a model predicts (`likelihood`: the `steps` to one number; `scaled_count`), and models
that know less (`baselines`: how long a model's words are in `lengths`, its likeliest in `likely`, longer runs in
`contexts`).
"""
