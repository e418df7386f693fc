"""Models with weights that are trained on single letters: MLP, CNN, RNN, GRU, Transformer.

`nets`: one file for each. `recipes` and `training`: how their weights are found. `model`: a trained net, asked for the
next letter. `runs`: a training run from its start to its file. `files`: what is in such a file, and the files that come
with this project. `rungs`: how well each net predicts. `pictures`: what can be seen inside.
"""
