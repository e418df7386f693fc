"""Each control once: boxes for numbers, choices, and the line that says what could not be used.

A control's key is the parameter's name; its default, limits and help come from analysis/settings. Every value is in
the URL.
"""
