"""Does it reproduce? One published figure, worked out again."""

from analysis.published.figures import load_figures
from analysis.published.results import recompute
from analysis.words.names import find_names

key = "emma-probs"

for figure in load_figures([key]):
    result = recompute(figure, have_words=find_names() is not None)
    print("published", *figure.published)
    print("ours", *(result.ours or []))
    print("verdict", result.verdict)
