"""The same table, learned: what a W stands for (`forward`), learning it (`training`), where that ends (`optimum`).

Then what the counted table is to it (`distance`, `regularization`), how far a run came (`run_summary`), one word letter
by letter (`forward_trace`), the slope checked (`gradient`), and runs as files (`files`).
"""
