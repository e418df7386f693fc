"""What all sessions share cannot be changed by one of them."""

import pytest

from analysis.counts.tables import load_tables
from pages.components import sources


def test_who_changes_a_table_changes_its_own_copy():
    for part in ("all", "train", "dev", "test"):
        sources.tables().part(part).zero_()
        assert sources.tables().part(part).equal(load_tables("names").part(part))


@pytest.mark.parametrize("numbers", [sources.uniforms, sources.stream_uniforms])
def test_shared_random_numbers_refuse_to_be_changed(numbers):
    with pytest.raises(ValueError, match="read-only"):
        numbers(42, 3)[0] = 0
