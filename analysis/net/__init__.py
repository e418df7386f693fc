"""The same table, learned: what a W stands for (`forward`), learning it (`training`), where that ends (`optimum`).

Then the net beside the counts (`distance`, `comparison`, `regularization`), and runs as files (`files`).
"""
