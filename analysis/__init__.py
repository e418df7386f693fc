"""The lecture in twelve lines, on the tables that ship: count, normalize, score, sample; then the same with a net.

>>> from analysis.counts.tables import load_tables
>>> from analysis.counts.likelihood import mean_nll
>>> from analysis.counts.smoothing import smoothed_probs
>>> from analysis.samples.names import sample_words
>>> from analysis.streams import open_stream
>>> from analysis.net import distance, forward, training
>>> names = load_tables("names")  # how often each character follows each, in 32,033 names
>>> probs = smoothed_probs(names.all, smoothing=0)  # counts -> P(next | previous)
>>> f"{mean_nll(names.all, probs):.4f} nats", sample_words(probs, names.vocab, 3, open_stream("lecture", 2147483647))
('2.4540 nats', ['mor', 'axx', 'minaymoryles'])
>>> run = training.train(
...     names.all, forward.initial_weights("randn", 27, 2147483647), epochs=200, learning_rate=50, lam=0
... )
>>> f"{run.final_nll:.4f} nats"  # per character: as the lecture's net
'2.4623 nats'
>>> f"{distance.kl(names.all, probs, forward.net_probs(run.weights)):.4f} nats"  # how far the net is from the counts
'0.0083 nats'
"""
