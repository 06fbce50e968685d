"""What the program says of itself, in place of an answer."""

from collections.abc import Sequence

from bot.answers.quotes import Answer
from bot.index import Grounds
from bot.questions import Line, To
from bot.words import STOP_WORDS, term_spans, terms

NOTHING_SHOWN = "Nothing has been shown yet."
_LISTED = 30
_LEAST, _ALIKE = 3, 0.75
"""Letters that a word must have more than, and the likeness of two, to be taken for a slip."""


def notice(line: Line, grounds: Grounds) -> str:
    """What a line for the program gets: who speaks, what was read, or how to ask."""
    if line.to is To.SPEAKERS:
        return _list("speaker", list(dict.fromkeys(speaker.name for speaker in grounds.speakers)))
    if line.to is To.DOCUMENTS:
        return _list("document", [document.id for document in grounds.collection.documents])
    said = next((f"“What did {name} say?”, " for name, _ in grounds.people.firsts()), "")
    return f"Ask what the documents say: {said}“Who mentioned ...?”, “What is this about?”; then “And ...?”, “more”."


def _list(what: str, names: Sequence[str]) -> str:
    """How many there are, and the first of them."""
    more = f" and {len(names) - _LISTED:,} more" if len(names) > _LISTED else ""
    listed = ": " + ", ".join(names[:_LISTED]) + more if names else ""
    return f"{len(names):,} {what}{'' if len(names) == 1 else 's'}{listed}."


def all_of_it(speakers: Sequence[str]) -> str:
    """That there is no more, of somebody's words or at all."""
    return (
        f"That is all {' and '.join(speakers)} say{'s' if len(speakers) == 1 else ''}." if speakers else "That is all."
    )


def near_words(answer: Answer, grounds: Grounds) -> tuple[str, ...]:
    """Words and names of the documents that are spelt like the unmatched ones of an answer, up to three."""
    from difflib import get_close_matches

    named = [name for name in (answer.understood.speaker,) if name and name not in grounds.roster.names]
    found = [close for name in named for close in grounds.roster.close(name)]
    for word in answer.unmatched:
        if len(word) > _LEAST:
            term = terms(word)[0]
            known = [
                other
                for other in grounds.index.idf.beginning(term[0])
                if len(other) > _LEAST and other not in STOP_WORDS
            ]
            alike = get_close_matches(term, known, 1, _ALIKE)
            found += [_spelt(other, grounds) for other in alike]
    return tuple(dict.fromkeys(found))[:3]


def _spelt(term: str, grounds: Grounds) -> str:
    """A word as the documents spell it."""
    row = int(grounds.index.rows_of(term, most=1)[0])
    words = grounds.collection.words(row)
    return next((words[start:end] for other, start, end in term_spans(words) if other == term), term)
