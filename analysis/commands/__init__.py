"""The commands of `python -m analysis`: each parses, calls the library and prints, without maths.

What they share is in `options`, `models` and `printing`; then a file a group of commands.
"""
