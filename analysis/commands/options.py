"""How commands declare their options, and the options that several of them have."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, is_dataclass
from typing import TYPE_CHECKING, Annotated, Any, get_origin, get_type_hints

import typer

from analysis import settings
from analysis.settings.numbers import show_number
from analysis.words.lists import clean_word
from analysis.words.vocabulary import Vocabulary, display_char

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True)
class Option:
    """What makes a parameter of a command an option, inside `Annotated`: `own_rows` is --own-rows, or has a `name`.

    With a `setting`, its help and default serve where none are given here, and the command receives the checked value.
    So only analysis/settings decides what is accepted, with the same messages everywhere.
    """

    help: str = ""
    metavar: str | None = None
    name: str | None = None
    setting: Any = None

    def called(self, parameter: str) -> str:
        """The option as it is typed."""
        return self.name or as_typed(parameter)


def as_typed(name: str) -> str:
    """The option of a parameter or a setting: --learning-rate."""
    return "--" + name.replace("_", "-")


Json = Annotated[bool, Option("Print exact numbers as JSON.")]
Smoothing = Annotated[float, Option(metavar="S", setting=settings.SMOOTHING)]
DEFAULT_SHOWN = f"  [default: {show_number(settings.SMOOTHING.default)}]"
OptionalSmoothing = Annotated[
    float | None, Option(settings.SMOOTHING.help + DEFAULT_SHOWN, metavar="S", setting=settings.SMOOTHING)
]
BEGINNING_HELP = "probability (0 to 1) of each next character after TEXT. A full stop alone means the start of a word."
WordsNumber = Annotated[int, Option(metavar="N", setting=settings.N)]
SeedOption = Annotated[int, Option(metavar="S", setting=settings.SEED)]
StreamName = Annotated[str, Option(f"The way to draw: {settings.STREAM.listed}.", setting=settings.STREAM)]


def value_of(setting: Any, text: Any, option: str | None = None) -> Any:
    """The checked value of an option. An error names the option as it is typed: --learning-rate."""
    return setting.check(text, called=option or as_typed(setting.name))


def given_options(group: Any, names: Sequence[str] | None = None) -> list[str]:
    """The options of a group that are given, as typed: all of them, or those of some fields."""
    options = options_of(type(group))
    return [options[name].called(name) for name in names or vars(group) if getattr(group, name) not in (None, False)]


def id_of(option: str, character: str, vocab: Vocabulary) -> int:
    """The id of a character that an option names; ValueError for one that is not in the vocabulary."""
    if character not in vocab.itos:
        raise ValueError(f"{option} must be one of {' '.join(vocab.itos)}, got {character}")
    return vocab.id_of(character)


def ids_of_beginning(text: str, vocab: Vocabulary, *, fold: bool = False) -> list[int]:
    """The ids of the letters of --beginning; none for the boundary, the start of a word. ValueError for others."""
    letters = clean_word(text.lower() if fold else text)
    if letters in ("", vocab.boundary):
        return []
    try:
        return vocab.encode(letters)[1:-1]
    except ValueError as error:
        raise ValueError(f"--beginning: {error}") from None


def title_after(ids: Sequence[int], vocab: Vocabulary) -> str:
    """The title of what follows a beginning: "after emm"."""
    return f"after {''.join(display_char(vocab.itos[i]) for i in ids)}" if ids else "at the start of a word"


def refuse_empty_rows(counts: torch.Tensor, characters: Sequence[str], smoothing: float) -> None:
    """Raise ValueError, naming the rows, if rows of counts (rows, V) are empty and no fake counts fill them."""
    empty = [character for character, row in zip(characters, counts, strict=True) if not row.any()]
    if empty and smoothing == 0:
        raise ValueError(f"nothing follows {', '.join(map(repr, empty))} here: --smoothing above 0 fills such rows")


def for_typer(command: Callable[..., Any]) -> Callable[..., Any]:
    """A command as Typer takes it: every option by itself, as text.

    Each field of a dataclass parameter is an option: `def draws(row: Row, source: TableOptions)` takes --row, --corpus,
    --words and --counts. What a setting checks is checked before the command runs.
    """
    groups: dict[str, Any] = {one.name: one.annotation for one in _parameters_of(command) if _is_group(one)}
    options = options_of(command)

    def run(**given: Any) -> Any:
        for name, option in options.items():
            if option.setting is not None and given[name] is not None:
                given[name] = _check(option.setting, given[name], option.called(name))
        for name, group in groups.items():
            given[name] = group(**{part.name: given.pop(part.name) for part in _parameters_of(group)})
        return command(**given)

    shown = [_as_text(one, options.get(one.name)) for one in _flat_parameters(command)]
    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__annotations__ = {one.name: one.annotation for one in shown}
    run.__signature__ = inspect.Signature(shown)  # type: ignore[attr-defined]
    return run


def options_of(command: Callable[..., Any]) -> dict[str, Option]:
    """The options of a command, also those in its groups, by parameter."""
    return {one.name: option for one in _flat_parameters(command) if (option := _option_of(one)) is not None}


def _check(setting: Any, value: Any, called: str) -> Any:
    return [setting.check(one, called) for one in value] if isinstance(value, list) else setting.check(value, called)


def _parameters_of(owner: Callable[..., Any]) -> list[inspect.Parameter]:
    """The parameters of a command or of a dataclass, with their types."""
    hints = get_type_hints(owner, include_extras=True)
    return [one.replace(annotation=hints[one.name]) for one in inspect.signature(owner).parameters.values()]


def _flat_parameters(command: Callable[..., Any]) -> list[inspect.Parameter]:
    own = _parameters_of(command)
    return [part for one in own for part in (_parameters_of(one.annotation) if _is_group(one) else [one])]


def _is_group(parameter: inspect.Parameter) -> bool:
    return is_dataclass(parameter.annotation)


def _option_of(parameter: inspect.Parameter) -> Option | None:
    return next((one for one in getattr(parameter.annotation, "__metadata__", ()) if isinstance(one, Option)), None)


def _as_text(parameter: inspect.Parameter, option: Option | None) -> inspect.Parameter:
    """A parameter with an option of Typer; one with a setting is a text there."""
    kind, default = parameter.annotation, parameter.default
    if option is not None:
        setting, kind, help = option.setting, parameter.annotation.__origin__, option.help
        if setting is not None:
            several = get_origin(kind) is list
            kind = list[str] if several else str | None if default is None else str
            default = setting.default if default is parameter.empty else default
            default = show_number(default) if isinstance(default, int | float) else default
            default, help = [default] if several else default, help or setting.help
        kind = Annotated[kind, typer.Option(option.called(parameter.name), metavar=option.metavar, help=help)]
    return parameter.replace(kind=parameter.KEYWORD_ONLY, annotation=kind, default=default)
