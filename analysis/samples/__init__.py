"""Drawn from a model: words (`names`), letters of a row (`letters`), a draw explained (`replay`), pairs (`twins`)."""
