"""Draw from a model: words (`names`), letters of one row (`letters`), every draw explained (`replay`), and names of two
models from the same random numbers (`paired`).
"""
