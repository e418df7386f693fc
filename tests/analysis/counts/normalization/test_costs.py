import torch

from analysis.counts.normalization.costs import RowTimes, rows_beforehand, rows_each_time, storages, time_rows

COUNTS = torch.tensor([[3, 1], [0, 2]])


def test_a_row_divided_each_time_is_the_row_of_the_table_divided_once(names):
    letters = list(range(27)) * 2
    for one, other in zip(rows_beforehand(names.all, letters), rows_each_time(names.all, letters), strict=True):
        assert torch.equal(one, other)


def test_both_ways_are_timed_for_as_many_letters():
    times = time_rows(COUNTS, letters=5, repeats=1)
    assert times.letters == 5
    assert min(times.each_ms, times.once_ms) > 0


def test_the_ratio_says_how_many_times_as_fast():
    assert RowTimes(1, each_ms=6.0, once_ms=2.0).ratio == 3


def test_the_lines_that_are_shown_do_what_is_said_of_them():
    for one in storages(COUNTS):
        table = {"P": COUNTS.double()}
        old = table["P"]
        exec(one.code, table)
        assert (table["P"].data_ptr() == old.data_ptr()) is one.same
