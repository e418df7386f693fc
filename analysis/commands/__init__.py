"""The commands of `python -m analysis`: each parses, calls the library and prints. No maths."""
