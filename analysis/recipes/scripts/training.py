"""Training: the net learns the counts by autograd; its losses, and names that it gives."""

from shared.count import count
from shared.names import names
from shared.net import first_weights, train
from shared.words import N, stoi
from streams.lecture import open_stream

epochs = 200
learning_rate = 50
lam = 0  # strength of the penalty
init = "randn"  # randn, rand, zeros or cuda
seed = 2147483647  # of the first weights
only = None  # a word: the net is trained on it alone
n = 5  # names

N = count([only], stoi) if only else N
for epoch, (loss, nll, W) in enumerate(train(N, first_weights(init, seed), epochs, learning_rate, lam)):
    if epoch in (0, 1, 2, epochs - 1):
        print("loss", epoch, loss)
print("final", loss, nll)
for name in names(W.softmax(1), open_stream(2147483647), n):
    print("lecture", name)
