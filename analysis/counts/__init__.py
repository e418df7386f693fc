"""What follows what, counted: pairs (`bigrams`), the tables that ship (`tables`), probabilities (`normalization`).

Then how well they predict (`likelihood`), and fake counts (`smoothing`).
"""
