"""The controls of live views: what each value may be, and what the browser needs to show its control.

The browser builds the control (slider.js, choice.js ...); limits, labels and help come from analysis/settings.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from analysis.settings import SEED, WORDS_ON_PAGE, Choice, Setting
from analysis.settings.numbers import parse_float, show_number
from analysis.views.slider import Scale
from analysis.words.lists import clean_word
from analysis.words.vocabulary import Vocabulary, display_char, letters_of
from pages.components.controls.words import spelled, split_text
from pages.components.texts import texts

t = texts(__file__)


def same(value: Any) -> Any:
    """The value as it is."""
    return value


@dataclass(frozen=True, eq=False)
class Control:
    """One control: its parameter's name, its default, and what a value is in each place.

    `check` makes a value from what is in an address, the session or a release; it raises ValueError, one line with what
    was expected and what came. `as_text` is the value in an address. `in_session` is the value in Streamlit's own
    control of this name on another page. `to_browser` and `from_browser` convert the value in a message. `remark` is a
    line about a given value that is used, but in another form (capitals as small letters); "" if there is none.
    """

    name: str
    default: Any
    check: Callable[[Any], Any]
    as_text: Callable[[Any], str] = str
    in_session: Callable[[Any], Any] = same
    to_browser: Callable[[Any], Any] = same
    from_browser: Callable[[Any], Any] | None = None
    remark: Callable[[Any], str] = lambda given: ""
    look: Mapping[str, Any] = field(default_factory=dict)

    def describe(self) -> dict[str, Any]:
        """What the browser needs to build it."""
        label, expected = self.look["label"], self.look.get("expected", "")
        said = {
            "about": t("controls.about", label=label),
            "exact": t("controls.exact", label=label),
            "refused": t("controls.refused", name=self.name, expected=expected),
            "nothing": t("controls.nothing"),
            "default": self.to_browser(self.default),
        }
        return {"name": self.name, **said, **self.look}

    def receive(self, given: Any) -> Any:
        """The value of a release. Raises ValueError as `check` does."""
        return (self.from_browser or self.check)(given)


def number(setting: Setting, kind: str = "number", **look: Any) -> Control:
    """A number in a box to type into."""
    setting = setting.on_page

    def check(given: Any) -> Any:
        try:
            return setting.check(given)
        except ValueError:
            with contextlib.suppress(ValueError):
                return setting.check(parse_float(given))  # 10.0 and 1e1 are whole numbers too
            raise

    limits = {"low": setting.low, "high": setting.high, "whole": setting.kind is int, "expected": setting.expected}
    return Control(
        setting.name,
        setting.default,
        check,
        as_text=show_number,
        in_session=float,
        look={"kind": kind, "label": setting.label, "unit": setting.unit, "help": setting.help} | limits | look,
    )


def slider(setting: Setting, scale: Scale, marks: Sequence[float] | None = None) -> Control:
    """A number on a slider with a scale; `marks` are the values below it that a click sets."""
    marks = scale.stops if marks is None else marks
    return number(setting, "slider", scale=scale.to_browser() | {"marks": list(marks)})


def seed(name: str = SEED.name, label: str = SEED.label, help: str = SEED.help, button: str = "") -> Control:
    """A seed: 64 bits, as text wherever 53 bits are all that a number holds. `button` is the label of the next."""
    look = {"kind": "seed", "label": label, "help": help, "expected": SEED.expected}
    look["next"] = button or t("controls.next_seed")

    def check(given: Any) -> int:
        return SEED.check(given, name)

    return Control(name, SEED.default, check, as_text=str, in_session=str, to_browser=str, look=look)


def choice(setting: Choice, titles: Mapping[str, str] | None = None) -> Control:
    """One of a few names; `titles` are what the buttons say instead, and need no help."""
    options = [{"value": option, "text": titles[option] if titles else option} for option in setting.options]
    look = {"kind": "choice", "label": setting.label, "help": "" if titles else setting.help, "options": options}
    return Control(setting.name, setting.default, setting.check, look=look)


def character(name: str, characters: Sequence[str], default: int = 0, *, label: str, help: str) -> Control:
    """A character of the list. In the browser it is its place in the list."""

    def check(given: Any) -> str:
        shown = {display_char(one): one for one in characters} | {one: one for one in characters}
        return shown[
            _one_of(name, map(display_char, characters), display_char(given) if given in characters else given)
        ]

    def from_browser(place: Any) -> str:
        if not isinstance(place, int) or isinstance(place, bool) or not 0 <= place < len(characters):
            raise ValueError(f"{name} must be a whole number from 0 to {len(characters) - 1}, got {place!r:.40}")
        return characters[place]

    options = [{"value": place, "text": display_char(one)} for place, one in enumerate(characters)]
    look = {"kind": "choice", "label": label, "help": help, "options": options}
    place_of = {one: place for place, one in enumerate(characters)}
    return Control(name, characters[default], check, display_char, same, place_of.__getitem__, from_browser, look=look)


def row(vocab: Vocabulary) -> Control:
    """The previous character, whose row is shown."""
    return character("row", vocab.itos, **t("controls.row"))


def following(vocab: Vocabulary, default: int) -> Control:
    """The next character of a pair, `next`; `default` is an id."""
    return character("next", vocab.itos, default, **t("controls.next"))


def words(vocab: Vocabulary, first: str, most: int = WORDS_ON_PAGE) -> Control:
    """Words over the letters of a list, as a tuple, `first` as the default. The page uses `most` of them.

    Their text has spaces between them. If the list has words with spaces, the whole text is one word.
    """

    def check(given: Any) -> tuple[str, ...]:
        if not isinstance(given, str):
            raise ValueError(f"word must be text, got {given!r:.40}")
        found = tuple(spelled(word, vocab) for word in split_text(given, vocab))
        if len(found) > WORDS_ON_PAGE:
            raise ValueError(f"word must be 1 to {WORDS_ON_PAGE} words with spaces between them, got {len(found)}")
        return found

    def remark(given: str) -> str:
        found = check(given)
        if found != tuple(split_text(given, vocab)):
            return f"{t('controls.small', given=given.strip())}: {' '.join(found)} is used"
        return t("controls.word_one", count=len(found), used=found[0]) if len(found) > most == 1 else ""

    ends = letters_of(vocab)
    label = t("controls.words", most=most) if most > 1 else t("controls.word")
    look = {"kind": "word", "label": label, "help": t("controls.word_help", first=ends[0], last=ends[-1])}
    look["width"] = "16em" if most > 1 else "9em"
    return Control("word", (first,), check, " ".join, " ".join, " ".join, remark=remark, look=look)


def beginning(vocab: Vocabulary, first: str) -> Control:
    """The letters that a word begins with, sent as they are typed; in an address, the boundary alone means none."""
    mark, ends, name = vocab.itos[0], letters_of(vocab), "beginning"

    def check(given: Any) -> str:
        if not isinstance(given, str):
            raise ValueError(f"{name} must be text, got {given!r:.40}")
        return "" if given.strip() in ("", mark) else spelled(given, vocab, name)

    def remark(given: str) -> str:
        found = check(given)
        return (
            "" if found in (clean_word(given), "") else f"{t('controls.small', given=given.strip())}: {found} is used"
        )

    look = {
        "kind": "word",
        "live": True,
        "width": "9em",
        **t("controls.beginning", first=ends[0], last=ends[-1]),
    }
    return Control(name, first, check, as_text=lambda letters: letters or mark, remark=remark, look=look)


def toggle(name: str, label: str, help: str, *, default: bool) -> Control:
    """Something that is on or off."""

    def check(given: Any) -> bool:
        text = str(given).lower()
        if text not in ("true", "false"):
            raise ValueError(f"{name} must be true or false, got {given or 'nothing'}")
        return text == "true"

    return Control(
        name, default, check, as_text=lambda on: str(on).lower(), look={"kind": "toggle", "label": label, "help": help}
    )


def _one_of(name: str, options: Iterable[str], given: Any) -> str:
    options = list(options)
    if given not in options:
        raise ValueError(f"{name} must be one of {', '.join(options)}, got {given or 'nothing'}")
    return given
