"""Keep what is said short, and name the letters that only look like others."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from unicodedata import category, name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.diagnostics.diagnostic import Diagnostic

_LONGEST_WORD = 200
_LONGEST = 1_000
_WORD = re.compile(r"`([^`]+)`")
_LONG = re.compile(rf"`([^`]{{{_LONGEST_WORD},}})`")
_LATIN = re.compile("[A-Za-z]")


def clear(diagnostic: Diagnostic) -> Diagnostic:
    """Return a diagnostic whose sentences are short, with notes on letters that deceive."""
    message = diagnostic.message
    sentences = (message, diagnostic.help or "", *diagnostic.notes)
    if message.isascii() and max(map(len, sentences)) <= _LONGEST_WORD:
        return diagnostic
    return replace(
        diagnostic,
        message=brief(message),
        help=diagnostic.help and brief(diagnostic.help),
        notes=(*map(brief, diagnostic.notes), *dict.fromkeys(_deceptions(message))),
    )


def brief(sentence: str) -> str:
    """Return a sentence whose names are cut where they are too long, and its end where it is."""
    if len(sentence) <= _LONGEST_WORD:
        return sentence
    shorter = _LONG.sub(lambda found: f"`{found[1][: _LONGEST_WORD // 2]}…`", sentence)
    return shorter if len(shorter) <= _LONGEST else f"{shorter[:_LONGEST]}…"


def code_point(character: str) -> str:
    """Return what a character is called, as in `U+0435 (CYRILLIC SMALL LETTER IE)`."""
    called = name(character, "")
    return f"U+{ord(character):04X}" + (f" ({called})" if called else "")


def _deceptions(message: str) -> Iterator[str]:
    """Yield a note for each name that mixes letters of ASCII with letters of other scripts."""
    for found in _WORD.finditer(message):
        word = found[1][:_LONGEST_WORD]
        odd = next(filter(_deceives, word), None)
        if odd and (word == odd or _LATIN.search(word)):
            yield f"`{word}` holds {code_point(odd)}"


def _deceives(character: str) -> bool:
    if character.isascii():
        return False
    return category(character) in {"Cf", "Zs"} or (
        character.isalpha() and not name(character, "").startswith("LATIN ")
    )
