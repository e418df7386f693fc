"""What is asked for the next letter: the promise (`base`), bigram models (`table`, `net`), and what takes any model:
`likelihood` scores with it, `comparison` compares two, `samples.names` draws from it.
"""
