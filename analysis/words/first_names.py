"""First names by language, from the package Faker. Nothing is copied or downloaded; it is read when needed.

A language has the list of that locale of Faker which has the most different first names, if it has at least 300:
English is the locale en, not en_US, and Arabic is ar_AA, whose list ar_PS and ar_SA take over. Chinese has fewer,
without its names in Latin letters. Portuguese is the exception: no locale has 300 (pt_BR has 282), and both are joined.
"""

from __future__ import annotations

import functools
import importlib
import unicodedata
from collections import Counter
from typing import NamedTuple

from analysis.words.lists import clean_word
from analysis.words.vocabulary import BOUNDARY


class Language(NamedTuple):
    """A language: its native name, its English name, the locales of Faker, and how many names `first_names` gives."""

    title: str
    english: str
    locales: tuple[str, ...]
    size: int


class FirstNames(NamedTuple):
    """The first names of a language, each once, sorted by code point.

    `folded`: capitals became small letters. `left_out`: how many names were left out, by reason.
    """

    words: tuple[str, ...]
    folded: bool
    left_out: dict[str, int]


LANGUAGES = {  # by the code of ISO 639-1; a test compares the sizes with the package
    "ar": Language("العربية", "Arabic", ("ar_AA",), 700),
    "az": Language("Azərbaycanca", "Azerbaijani", ("az_AZ",), 634),
    "bg": Language("Български", "Bulgarian", ("bg_BG",), 1586),
    "da": Language("Dansk", "Danish", ("da_DK",), 495),
    "de": Language("Deutsch", "German", ("de_DE",), 1985),
    "el": Language("Ελληνικά", "Greek", ("el_GR",), 806),
    "en": Language("English", "English", ("en",), 6824),
    "es": Language("Español", "Spanish", ("es_CL",), 1000),
    "fi": Language("Suomi", "Finnish", ("fi_FI",), 398),
    "fr": Language("Français", "French", ("fr_BE",), 995),
    "ga": Language("Gaeilge", "Irish", ("ga_IE",), 845),
    "he": Language("עברית", "Hebrew", ("he_IL",), 591),
    "hi": Language("हिन्दी", "Hindi", ("hi_IN",), 335),
    "hy": Language("Հայերեն", "Armenian", ("hy_AM",), 327),
    "id": Language("Bahasa Indonesia", "Indonesian", ("id_ID",), 707),
    "is": Language("Íslenska", "Icelandic", ("is_IS",), 3742),
    "it": Language("Italiano", "Italian", ("it_IT",), 458),
    "ne": Language("नेपाली", "Nepali", ("ne_NP",), 678),
    "nl": Language("Nederlands", "Dutch", ("nl_BE",), 996),
    "or": Language("ଓଡ଼ିଆ", "Odia", ("or_IN",), 777),
    "pt": Language("Português", "Portuguese", ("pt_BR", "pt_PT"), 343),
    "ro": Language("Română", "Romanian", ("ro_RO",), 679),
    "ru": Language("Русский", "Russian", ("ru_RU",), 401),
    "si": Language("සිංහල", "Sinhala", ("si_LK",), 457),
    "sk": Language("Slovenčina", "Slovak", ("sk_SK",), 440),
    "sl": Language("Slovenščina", "Slovenian", ("sl_SI",), 340),
    "sv": Language("Svenska", "Swedish", ("sv_SE",), 991),
    "ta": Language("தமிழ்", "Tamil", ("ta_IN",), 958),
    "th": Language("ไทย", "Thai", ("th_TH",), 500),
    "tr": Language("Türkçe", "Turkish", ("tr_TR",), 1495),
}
HAS_BOUNDARY = f"with {BOUNDARY!r}, which marks the start and end of a word here"
HAS_SPACE = "with a space inside"
NOT_LETTERS = "with a character that is not a letter of its script"
JOINS = "-'\u200c\u200d"  # allowed between letters: hyphen, apostrophe, and the joiners of Indian scripts
DOTTED_I = {ord("İ"): "i"}  # Python's lower() gives an i and a separate dot above it
FOLDS = dict.fromkeys(("tr", "az"), DOTTED_I | {ord("I"): "ı"})


@functools.cache
def first_names(key: str) -> FirstNames:
    """The first names of a language of LANGUAGES. Raises ImportError if Faker is not installed.

    They are cleaned as the words of every list (`lists.clean_word`), and capitals are folded to small letters, by the
    rule of the language: in Turkish and Azerbaijani, I becomes ı. A name may have hyphens and apostrophes. Names
    with spaces are left out: a few of them would give the space a row of its own in every table.

    >>> first_names("de").left_out[HAS_BOUNDARY]  # such as "H.-Dieter"
    5
    """
    names = {clean_word(name) for locale in LANGUAGES[key].locales for name in faker_names(locale)}
    reasons = {name: problem_of(name) for name in names}
    kept = {name: fold(name, key) for name, reason in reasons.items() if not reason}
    left_out = Counter(sorted(filter(None, reasons.values())))
    return FirstNames(tuple(sorted(set(kept.values()))), any(new != old for old, new in kept.items()), dict(left_out))


def faker_names(locale: str) -> set[str]:
    """The different first names of a locale, as Faker has them. Only the module of the locale is imported for them."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    lists = [names for what, names in vars(provider).items() if what.startswith("first_names")]
    # Each name is in the list of all or of one gender; es_CL has a property in place of the list of all.
    return set().union(*(names for names in lists if not isinstance(names, property)))


def fold(name: str, key: str) -> str:
    """A name of a language in small letters, NFC-normalized.

    >>> fold("Işıl", "tr"), fold("İlqar", "az"), fold("Isa", "de")
    ('ışıl', 'ilqar', 'isa')
    """
    return unicodedata.normalize("NFC", name.translate(FOLDS.get(key, DOTTED_I)).lower())


def problem_of(name: str) -> str:
    """Why a name is left out; "" if it is not.

    >>> problem_of("H.-Dieter") == HAS_BOUNDARY, problem_of("அகுல்,") == NOT_LETTERS, problem_of("Anna-Lena")
    (True, True, '')
    """
    if BOUNDARY in name:
        return HAS_BOUNDARY
    if " " in name:
        return HAS_SPACE
    letters = [character for character in name if unicodedata.category(character)[0] != "M"]
    scripts = {unicodedata.name(letter).split()[0] for letter in letters if letter.isalpha()}
    ordinary = all(letter.isalpha() or letter in JOINS for letter in letters)
    return "" if ordinary and len(scripts) == 1 else NOT_LETTERS


def remarks(key: str) -> tuple[str, ...]:
    """What a user should know about the list of a language, line by line: its source, what was folded and left out.

    >>> remarks("tr")[0]
    '1,495 different first names of the package Faker (tr_TR), sorted.'
    """
    names, locales = first_names(key), " and ".join(LANGUAGES[key].locales)
    source = f"{len(names.words):,} different first names of the package Faker ({locales}), sorted."
    folded = ["Capitals are folded to small letters."] if names.folded else []
    left_out = [f"Left out: {n} {'name' if n == 1 else 'names'} {why}." for why, n in names.left_out.items()]
    return (source, *folded, *left_out)
