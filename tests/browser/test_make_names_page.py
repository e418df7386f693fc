"""Make names in a real browser: what its buttons save is what its picture shows."""

import pandas as pd
import pytest

from analysis.counts.smoothing import smoothed_probs
from analysis.models.temperature import with_temperature


@pytest.mark.parametrize("temperature", [1, 0.5])
def test_the_saved_row_is_that_of_the_last_letter_at_the_temperature(visit, names, temperature):
    page = visit(f"make_names?start=em&smoothing=3&temperature={temperature}")
    with page.expect_download() as saved:
        page.get_by_role("button", name="numbers (CSV)").click()
    frame = pd.read_csv(saved.value.path()).set_index("next")
    row = smoothed_probs(names.all, 3.0)[names.vocab.itos.index("m")]
    assert frame["prob_at_1"].tolist() == pytest.approx(row.tolist(), abs=1e-12)
    assert frame["prob"].tolist() == pytest.approx(with_temperature(row, temperature).tolist(), abs=1e-12)
