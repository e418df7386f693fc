"""Drawn from a model: whole words (`names`), many letters of one row (`letters`), each draw explained (`replay`)."""
