"""What is said of a large corpus while and after it is counted."""

from analysis.commands.counting_bar import Bar
from analysis.large.tasks import Task
from analysis.words.reading.sources import Source


def source(name, size):
    return Source(name, f"/{name}", size, "")


def test_a_file_is_done_with_its_last_task():
    one, other = source("a", 30), source("b", 5)
    bar = Bar([one, other])
    for task, said in [
        (Task(one, 0, 20), "0 of 2 files"),
        (Task(other, 0, None), "1 of 2 files"),
        (Task(one, 20, 30), "2 of 2 files"),
    ]:
        bar.advance(task)
        assert bar.described() == said


def test_a_large_corpus_is_summed_up_in_one_line(capsys):
    with Bar([source("a", 250_000_000)]) as bar:
        pass
    bar.took = 2.0
    bar.sum_up()
    assert capsys.readouterr().err == "1 file, 250.0 MB in 2.0 s: 125 MB a second\n"


def test_of_a_small_corpus_nothing_is_said(capsys):
    with Bar([source("a", 1000)]) as bar:
        bar.advance(Task(source("a", 1000), 0, None))
    bar.sum_up()
    assert capsys.readouterr().err == ""
