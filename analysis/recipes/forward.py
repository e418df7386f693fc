"""The recipe of the page Forward pass: one word through an untrained net, as the lecture does it."""

from analysis.recipes import Recipe, command, fill
from analysis.words.vocabulary import Vocabulary


def forward_recipe(word: str, vocab: Vocabulary, seed: int, skip: int, neuron_skip: int) -> Recipe:
    """Pairs, dtypes, a single neuron, logits, "counts" and probabilities of each pair, the loss; no file is needed.

    `skip` is how many 32-bit words the generator has given before W, `neuron_skip` before the single neuron.
    """
    code = fill("forward", itos="".join(vocab.itos), word=word, seed=seed, skip=skip, neuron_skip=neuron_skip)
    return Recipe(code, (command("score", word, model="neural", epochs=0, init_seed=seed, skip=skip or None),))
