"""The commands of `python -m analysis`: each reads its options, calls the library and prints. No maths is here.

Shared by all: `options`, `models`, `printing` and `app`. Each other file has one command or a part of one.
"""
