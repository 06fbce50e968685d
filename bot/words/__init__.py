"""Text comes in; the terms that match sentences and questions go out: stems, weights, spellings, synonyms, verbs."""

from bot.words.answer_types import FACTS, MEASURED, REASON, WANTED
from bot.words.common_words import COMMON
from bot.words.given_names import FAMILY_FIRST, GIVEN, NICKNAMES, given_gender
from bot.words.negations import NEGATIONS, NOBODY
from bot.words.places import COUNTRY, PEOPLE, PLACES, STATES
from bot.words.spelling import Known, Lexicon, acronyms, distance, near, spelt_out
from bot.words.synonyms import synonyms
from bot.words.terms import (
    STOP_WEIGHT,
    STOP_WORDS,
    VAGUE_WEIGHT,
    WH_WORDS,
    split_words,
    stems,
    term_spans,
    terms,
    weight,
)
from bot.words.titles import COURTESY, INITIALS, SHORT_TITLES
from bot.words.verbs import ADDRESS, MANNER, SAY, inflected, word_set

__all__ = [
    "ADDRESS",
    "COMMON",
    "COUNTRY",
    "COURTESY",
    "FACTS",
    "FAMILY_FIRST",
    "GIVEN",
    "INITIALS",
    "MANNER",
    "MEASURED",
    "NEGATIONS",
    "NICKNAMES",
    "NOBODY",
    "PEOPLE",
    "PLACES",
    "REASON",
    "SAY",
    "SHORT_TITLES",
    "STATES",
    "STOP_WEIGHT",
    "STOP_WORDS",
    "VAGUE_WEIGHT",
    "WANTED",
    "WH_WORDS",
    "Known",
    "Lexicon",
    "acronyms",
    "distance",
    "given_gender",
    "inflected",
    "near",
    "spelt_out",
    "split_words",
    "stems",
    "synonyms",
    "term_spans",
    "terms",
    "weight",
    "word_set",
]
