"""The same table of probabilities, learned by a net with one layer.

`forward`: from weights to probabilities. `training`: gradient descent. `optimum`: the best net, without training.
`distance` and `regularization`: the net compared with the counted table.
`forward_trace`: one word with every number on the way. `gradient`: the gradient checked. `files`: runs as files.
"""
