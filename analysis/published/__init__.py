"""Every published figure, calculated again and compared.

`sources` says who published, `figures` what; `measures` work the figures out again, `results` compares, `wording`
says it in words and `frames` in tables.
"""
