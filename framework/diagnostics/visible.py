"""Make any text safe and countable on a terminal: what is shown for a character, how wide."""

from unicodedata import category, east_asian_width

_TAB = "    "
_LAST_C0 = 0x1F
_DELETE = "\x7f"
_JOINERS = "\u200c\u200d"  # they shape what stands beside them and deceive nobody
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def visible(text: str) -> str:
    """Return `text` as one line in which no character moves the cursor or reorders others."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(glyph, text))


def glyph(character: str) -> str:
    """Return what is shown for a character: itself, spaces for a tab, or a stand-in."""
    if character.isprintable():
        return character
    if character == "\t":
        return _TAB
    if ord(character) <= _LAST_C0:
        return chr(0x2400 + ord(character))
    if character == _DELETE:
        return "\u2421"
    if category(character) in _UNSEEN and character not in _JOINERS:
        return "\ufffd"
    return character


def width(shown: str) -> int:
    """Return how many cells of a terminal `shown` takes."""
    return len(shown) if shown.isascii() else sum(map(_cells, shown))


def _cells(character: str) -> int:
    if character in _JOINERS or category(character) in {"Mn", "Me"}:
        return 0
    return 2 if east_asian_width(character) in {"W", "F"} else 1
