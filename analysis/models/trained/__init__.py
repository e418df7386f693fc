"""Models with weights that are trained on single letters: MLP, CNN, RNN, GRU, Transformer.

`nets`: one file for each. `training`: how their weights are found. `model`: a trained net, asked for the next letter.
`files`: a run as a file, and those that come with this project. `evaluation`: how well a net predicts.
"""
