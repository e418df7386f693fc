"""Can pairs of letters show the language of a name? Lists of words of several languages, compared by their counts.

`alphabets`: the script of a list, and counts over letters that lists share. `distances`: how far two lists are apart.
`classify`: which list a word most likely comes from, and how often that is right.
"""
