"""What the program says of itself, in place of an answer."""

from collections.abc import Sequence

from bot.index import Grounds
from bot.questions import Line, To

NOTHING_SHOWN = "Nothing has been shown yet."
_LISTED = 30


def notice(line: Line, grounds: Grounds) -> str:
    """What a line for the program gets: who speaks, or how to ask."""
    names = list(dict.fromkeys(speaker.name for speaker in grounds.speakers))
    if line.to is To.SPEAKERS:
        more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
        listed = ": " + ", ".join(names[:_LISTED]) + more if names else ""
        return f"{len(names)} speaker{'' if len(names) == 1 else 's'}{listed}."
    said = f"“What did {names[0]} say?”, " if names else ""
    return f"Ask what the documents say: {said}“Who mentioned ...?”, “What is this about?”; then “And ...?”, “more”."


def all_of_it(speakers: Sequence[str]) -> str:
    """That there is no more, of somebody's words or at all."""
    return (
        f"That is all {' and '.join(speakers)} say{'s' if len(speakers) == 1 else ''}." if speakers else "That is all."
    )
