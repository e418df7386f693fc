"""What follows what, counted, and what the counts say.

Counting: pairs (`bigrams`), the lecture's dictionary (`dictionary`), longer runs (`contexts`), what ships (`tables`).
Dividing: counts to probabilities (`normalization`), all ways to do it beside each other (`divisions`), how shapes meet
(`broadcasting`), what a division costs (`costs`), fake counts (`smoothing`).
Judging: how well a model predicts (`likelihood`), the steps to one number (`steps`), one cell nudged (`nudge`), models
that know less (`baselines`), how long a model's words are (`lengths`), and which are the likeliest (`likely`).
"""
