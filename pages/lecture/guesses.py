"""The place for what the visitor has guessed on all pages. Guesses are kept in the browser only."""


def show_guesses() -> None:
    """Show a summary of the visitor's guesses. There is none yet: pages do not keep guesses."""
