"""First names by language: those of the package, cleaned, in a fixed order, and read only when asked for."""

import importlib
import importlib.util
import pkgutil
import unicodedata

import faker.providers.person as providers
import pytest

from analysis.settings import CORPUS
from analysis.words import names
from analysis.words.first_names import LANGUAGES, faker_names, first_names, remarks
from analysis.words.lists import clean_word, problem_of_word


@pytest.mark.parametrize("key", LANGUAGES)
def test_a_list_holds_clean_words_each_once_in_a_fixed_order_as_many_as_the_menu_says(key):
    words = first_names(key).words
    assert list(words) == sorted(set(words)) == [clean_word(word) for word in words]
    assert not any(map(problem_of_word, words))
    assert all(word == word.lower() == unicodedata.normalize("NFC", word) for word in words)
    assert len(words) == LANGUAGES[key].size >= 300


def size_with_all_that_is_inherited(locale):
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    lists = [getattr(provider, what) for what in dir(provider) if what.startswith("first_names")]
    return len(set().union(*(names for names in lists if not isinstance(names, property))))


def test_every_language_with_300_names_has_a_list_and_its_locale_has_the_most_names():
    locales = [module.name for module in pkgutil.iter_modules(providers.__path__)]
    sizes = {locale: size_with_all_that_is_inherited(locale) for locale in locales}
    most: dict[str, int] = {}
    for locale, size in sizes.items():
        most[locale[:2]] = max(size, most.get(locale[:2], 0))
    assert set(LANGUAGES) == {"pt", *(key for key, size in most.items() if size >= 300)}
    single = {key: known.locales[0] for key, known in LANGUAGES.items() if key != "pt"}
    assert {key: len(faker_names(locale)) for key, locale in single.items()} == {key: most[key] for key in single}
    assert (sizes["en"], sizes["en_US"], sizes["es_CL"]) == (6824, 690, 1000)


def test_both_locales_of_portuguese_are_joined():
    words = set(first_names("pt").words)
    assert {"heloisa", "caetana"} <= words  # of Brazil, of Portugal


@pytest.mark.parametrize(
    ("key", "kept"),
    [
        ("tr", ("ışın", "izel")),  # with a capital I without a dot, and with one
        ("az", ("ilqar", "behbud")),  # İlqar; "Behbud " with a space after it
        ("hi", ("जितेन्द्र",)),  # with combining signs
        ("si", ("වින්ද්\u200dයා",)),  # with a joiner
        ("he", ("שי-לי", "ג'וד")),
        ("de", ("anna-lena", "günther")),
    ],
)
def test_letters_are_kept_as_the_language_writes_them(key, kept):
    assert set(kept) <= set(first_names(key).words)


def test_what_was_folded_and_left_out_is_said():
    assert remarks("tr") == (
        "1,495 different first names of the package Faker (tr_TR), sorted.",
        "Capitals are folded to small letters.",
        "Left out: 1 name with '.', which marks the start and end of a word here.",
        "Left out: 1 name with a character that is not a letter of its script.",
    )
    assert remarks("ta")[1:] == ("Left out: 13 names with a character that is not a letter of its script.",)
    assert remarks("pt") == (
        "343 different first names of the package Faker (pt_BR and pt_PT), sorted.",
        "Capitals are folded to small letters.",
        "Left out: 64 names with a space inside.",
    )


def test_without_the_package_one_line_says_so(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert not names.has_words("de")
    with pytest.raises(names.WordsMissing, match=r"^First names by language need the package Faker, which is not in"):
        names.load_words("de")


def test_the_keys_of_the_setting_are_those_of_the_languages():
    assert CORPUS.options == ("names", *LANGUAGES)
