"""Every published figure, worked out again and compared (`figures`, by `measures`), and as tables (`frames`)."""
