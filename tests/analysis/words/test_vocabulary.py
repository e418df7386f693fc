import re

import pytest
from hypothesis import given

from analysis.words.vocabulary import BOUNDARY, Vocabulary, build_vocabulary, display_char, labels
from tests.strategies import FILLED_LISTS, WORD_LISTS


@given(WORD_LISTS)
def test_a_word_survives_encode_and_decode(words):
    vocab = build_vocabulary(words)
    assert [vocab.decode(vocab.encode(word)) for word in words] == words


@given(WORD_LISTS)
def test_an_encoded_word_has_the_boundary_at_both_ends_and_nowhere_else(words):
    vocab = build_vocabulary(words)
    assert all([i == 0 for i in vocab.encode(word)] == [True, *[False] * len(word), True] for word in words)


@given(WORD_LISTS)
def test_the_letters_follow_the_boundary_in_the_order_of_their_code_points(words):
    first, *letters = build_vocabulary(words).itos
    assert (first, letters) == (BOUNDARY, sorted({letter for word in words for letter in word}))


@given(WORD_LISTS)
def test_stoi_undoes_itos(words):
    vocab = build_vocabulary(words)
    assert [vocab.stoi[character] for character in vocab.itos] == list(range(len(vocab)))


def test_two_words_by_hand():
    # the letters of emma and ava, sorted: a e m v -> 1 2 3 4, and . is 0
    vocab = build_vocabulary(["emma", "ava"])
    assert (vocab.encode("ava"), vocab.decode([0, 2, 3, 3, 1, 0])) == ([0, 1, 4, 1, 0], "emma")


def test_no_words_leave_the_boundary_alone():
    assert build_vocabulary([]).itos == (BOUNDARY,)


@pytest.mark.parametrize(
    ("itos", "message"),
    [
        ((), "starts with the boundary '.', got no character"),
        (("a", "."), "starts with the boundary '.', got 'a'"),
        ((".", "a", "a"), "single characters, each once"),
        ((".", "ab"), "single characters, each once"),
        ((".", ""), "single characters, each once"),
        ((".", "a", "."), "single characters, each once"),
    ],
)
def test_a_wrong_vocabulary_is_refused(itos, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        Vocabulary(itos)


def test_words_that_hold_the_boundary_have_no_vocabulary():
    with pytest.raises(ValueError, match=re.escape("cannot contain the boundary '.'")):
        build_vocabulary(["em.ma"])


@pytest.mark.parametrize(
    ("word", "message"),
    [("ab7", "letter '7' is not in the vocabulary .ab"), ("a.b", "cannot contain the boundary '.', got 'a.b'")],
)
def test_a_word_that_cannot_be_encoded_is_refused(word, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        build_vocabulary(["ab"]).encode(word)


def test_the_vocabulary_of_the_lecture_is_the_boundary_and_the_alphabet(names):
    assert "".join(names.vocab.itos) == ".abcdefghijklmnopqrstuvwxyz"


@given(FILLED_LISTS)
def test_labels_are_all_different(words):
    vocab = build_vocabulary([word.replace("␣", "") for word in words])  # the sign that stands for a space
    assert len(set(labels(vocab))) == len(vocab)


@pytest.mark.parametrize(
    ("character", "label"),
    [("a", "a"), (".", "."), (" ", "␣"), ("\u0301", "◌\u0301"), ("\u093e", "◌\u093e"), ("é", "é"), ("🦉", "🦉")],
)
def test_a_character_is_made_visible(character, label):
    assert display_char(character) == label


def test_a_capital_letter_is_told_of_the_small_one():
    with pytest.raises(ValueError, match=r"^letter 'E' is not in the vocabulary \.aem, but 'e' is$"):
        build_vocabulary(["emma"]).encode("Emma")
