import pytest
import torch

from analysis.counts.normalization import normalize
from analysis.counts.normalization.costs import RowTimes, rows_beforehand, rows_each_time, storages, time_rows

COUNTS = torch.tensor([[3, 1], [0, 2]])


def test_a_row_divided_each_time_is_the_row_of_the_table_divided_once(names):
    letters = list(range(27)) * 2
    for one, other in zip(rows_beforehand(names.all, letters), rows_each_time(names.all, letters), strict=True):
        assert torch.equal(one, other)


def test_the_rows_come_in_the_order_of_the_letters():
    assert [row.tolist() for row in rows_beforehand(COUNTS, [1, 0])] == normalize(COUNTS).flip(0).tolist()


def test_both_ways_are_timed_for_as_many_letters():
    times = time_rows(COUNTS, letters=5, repeats=1)
    assert times.letters == 5
    assert min(times.each_ms, times.once_ms) > 0


def test_the_ratio_says_how_many_times_as_fast():
    assert RowTimes(1, each_ms=6.0, once_ms=2.0).ratio == 3


def test_only_in_place_the_table_lies_where_it_lay_and_an_old_name_sees_the_change():
    assert [(one.same, one.old_first_sum) for one in storages(COUNTS)] == [(False, 4.0), (True, 1.0)]


def test_the_lines_that_are_shown_do_what_is_said_of_them():
    for one in storages(COUNTS):
        table = {"P": COUNTS.double()}
        old = table["P"]
        exec(one.code, table)
        assert (table["P"].data_ptr() == old.data_ptr()) is one.same


def test_looking_where_tables_lie_leaves_the_table_as_it_was():
    table = COUNTS.double()
    storages(table)
    assert torch.equal(table, COUNTS.double())


def test_whole_numbers_are_not_divided_in_place_by_torch():
    table = COUNTS.clone()
    with pytest.raises(RuntimeError):
        table /= table.sum(1, keepdim=True)
