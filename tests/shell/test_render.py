import json
import re
import unicodedata
from dataclasses import replace

import pytest
from conftest import NOTICE
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bot import Bot, Document, Evidence, Quote, Sentence, Speaker
from bot.index.collection import Sentences
from bot.shell import painting, records, render
from bot.shell.schema import SCHEMA

HOSTILE = st.lists(
    st.sampled_from(
        [
            *"aZ.?!:;,-'\"“”’ \n\r\t",
            *"\0\x07\x08\x1b\x7f\x9b\x9d\u202e\u2066\u2028\u200f\ufeff\ud800\U000e0041",
            "\x1b[31m",
            "\x1b]0;title\x07",
            "\r\n\r\n",
            " said ",
            "Ada Brown",
            "he ",
            "Ann: ",
            "museum ",
        ]
    ),
    max_size=60,
).map("".join)
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def harmless(text: str) -> bool:
    """Whether nothing in a line acts on a terminal: no controls, no halves of characters, no turned writing."""
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    return not any(
        unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") or unicodedata.bidirectional(character) in turning
        for character in text
    )


@given(st.text() | HOSTILE)
def test_clean_text_is_one_harmless_line(text: str) -> None:
    shown = render.clean(text)
    assert harmless(shown)
    assert "  " not in shown
    assert render.clean(shown) == shown


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Sm", "Sc", "So"])))
def test_clean_text_leaves_what_is_harmless(text: str) -> None:
    assert render.clean(text) == text


@pytest.mark.parametrize(
    ("asides", "heads"), [("oxx", [2]), ("oox", [3]), ("xoo", []), ("oxo", []), ("ooo", []), ("xxx", [])]
)
def test_others_stand_under_a_head_where_only_they_follow(asides: str, heads: list[int]) -> None:
    answer = Bot.from_text("Ann said no boats. Bob said boats. Cy said that boats sank.").ask("boats")
    quotes = tuple(replace(quote, aside=one == "x") for quote, one in zip(answer.quotes, asides, strict=True))
    lines = render.answer_lines(replace(answer, quotes=quotes))
    texts = ["".join(text for _, text in line) for line in lines]
    places = [n for n, text in enumerate(texts) if text == render.OTHERS]
    assert [sum(text.lstrip().startswith("[") for text in texts[:place]) + 1 for place in places] == heads


@given(HOSTILE, st.sampled_from(["museum", "What did Ada Brown say?", "Who said aZ?", "a Z"]))
def test_nothing_in_a_document_acts_on_a_terminal(text: str, question: str) -> None:
    bot = Bot.from_text(text, "t\x1b[2J\nitle")
    answer = bot.conversation().ask(question, context=1)
    lines = [
        *render.answer_lines(answer),
        *render.refusal_lines(answer, bot.near_words(answer)),
        *render.location_lines(answer.quotes),
        *render.sentence_lines(bot.sentences),
        *render.speaker_lines(bot.speakers),
        *(line for quote in answer.quotes for line in render.why_lines(answer, quote)),
    ]
    for line in lines:
        assert harmless(painting.plain([line]).removesuffix("\n"))
    assert ESCAPE.sub("", painting.coloured(lines)) == painting.plain(lines)


@given(HOSTILE, st.sampled_from(["museum", "What did Ada Brown say?", "\ud800?", "aZ"]))
def test_json_of_anything_keeps_to_the_schema(text: str, question: str) -> None:
    bot = Bot.from_text(text)
    answer = bot.conversation().ask(question, context=1)
    record = json.loads(json.dumps(records.record(answer, [("a", "b")])))
    Draft202012Validator(SCHEMA).validate(record)
    for quote in record["quotes"] + record["nearest"]:
        assert text[quote["start"] : quote["end"]] == quote["text"]


@given(HOSTILE)
def test_a_quote_shows_all_its_words(text: str) -> None:
    for sentence in Bot.from_text(text).sentences:
        words = [match.span() for match in re.finditer(r"\S+", sentence.text)]
        lines = render.quote_lines(Quote(sentence, 1, 1.0, (*words, *words[:1])))
        assert painting.plain(lines[1:2]).strip() == f"“{render.clean(sentence.words)}”".strip()


def sentence(**changes: object) -> Sentence:
    """One sentence of the notice with some of its fields changed."""
    document = Document("a.txt", "A", None, "[00:12] Ann: Boats  sail.\nMore.", None)
    fields: dict[str, object] = {
        "document": document,
        "number": 1,
        "paragraph": 2,
        "line": 1,
        "start": 0,
        "end": 25,
        "speaker": Speaker("Ann Lee", "Mayor", ("Ann",)),
        "kind": "direct",
        "evidence": Evidence("turn", 8, 12),
        "mention": "Ann",
        "label": (0, 12),
    }
    return Sentence(**{**fields, **changes})  # type: ignore[arg-type]


def test_a_quote_with_everything() -> None:
    after = sentence(start=26, end=31, label=None)
    quote = Quote(sentence(page=3), 2, 1.5, ((0, 5), (13, 18), (20, 24)), (), (after,), ("b.txt", "c.txt"))
    lines = render.quote_lines(quote)
    assert painting.plain(lines) == (
        "Ann Lee, Mayor\n> “Boats sail.”\n    More.\n  [2] a.txt:1  p. 3\n      also in b.txt, c.txt\n"
    )
    assert ("match", "Boats") in lines[1]
    assert painting.coloured(lines[:2]) == (
        "\x1b[1mAnn Lee, Mayor\x1b[0m\n> “\x1b[4mBoats\x1b[0m \x1b[4msail\x1b[0m.”\n"
    )


def test_of_many_documents_with_a_sentence_three_are_named() -> None:
    quote = Quote(sentence(), 1, 1.0, (), also_in=tuple(f"{n}.txt" for n in range(1200)))
    assert painting.plain(render.quote_lines(quote)).endswith("      also in 0.txt, 1.txt, 2.txt and 1,197 more\n")


CONVERTED = Document("a.docx", "", None, "Boats sail at noon, they say.", None, own_lines=False)


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, "a.txt:1  ¶2"),
        ({"paragraph": None}, "a.txt:1"),
        ({"document": Document("", "", None, "Boats sail at noon, they say.", None)}, "line 1  ¶2"),
        ({"time": 3725.9}, "a.txt:1 at 01:02:05"),
        ({"document": CONVERTED}, "a.docx  ¶2"),
        ({"document": CONVERTED, "page": 3}, "a.docx  p. 3"),
        ({"document": CONVERTED, "time": 9.0}, "a.docx at 00:00:09"),
    ],
)
def test_citation(changes: dict[str, object], shown: str) -> None:
    assert render.citation(sentence(**changes)) == shown


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, "Said by Ann Lee: the turn is labelled so, “Ann:” (“Ann” is Ann Lee)."),
        ({"speaker": None, "evidence": None}, "Nobody is quoted here: these are the document's own words."),
    ],
)
def test_why_a_speaker(changes: dict[str, object], shown: str) -> None:
    assert render.why_speaker(sentence(**changes)) == shown


def test_speakers_with_titles_and_other_names() -> None:
    speakers = [Speaker("Ann Lee", "Mayor", ("Ann", "Lee")), Speaker("Bo", None, ())]
    assert painting.plain(render.speaker_lines(speakers)) == "Ann Lee, Mayor (also Ann, Lee)\nBo\n"


def test_columns_count_from_the_last_line_end() -> None:
    for end in ("\n", "\r\n", "\r"):
        bot = Bot.from_text(NOTICE.replace("\n", end), "n.txt")
        assert isinstance(bot.sentences, Sentences)
        shown = painting.plain(render.location_lines(bot.sentences)).splitlines()
        assert [line.split(" ")[0] for line in shown] == [
            "n.txt:1:1:",
            "n.txt:3:1:",
            "n.txt:3:58:",
            "n.txt:5:1:",
            "n.txt:5:61:",
            "n.txt:7:1:",
        ]


def test_a_refusal_names_what_is_nowhere_and_what_is_like_it() -> None:
    answer = Bot.from_text(NOTICE).ask("Is Zog a whale?")
    *_, unmatched, near = painting.plain(render.refusal_lines(answer, ["wharf", "\x1b"])).splitlines()
    assert unmatched == "Not in the text: Zog, whale."
    assert near == "In the text: wharf, \ufffd."


MARKED = "See **[the plan](http://x.org/a_b)** of *Ann*, a_b and 2*3."


def test_text_output_leaves_the_marks_of_emphasis_and_links_out() -> None:
    document = Document("a.md", "", None, MARKED, None)
    said = sentence(document=document, start=0, end=len(MARKED), label=None)
    quote = Quote(said, 1, 1.5, ((7, 15), (38, 41)))
    plain_text = "See the plan of Ann, a_b and 2*3."
    lines = render.quote_lines(quote)
    assert f"“{plain_text}”" in painting.plain(lines)
    assert re.sub(r"\x1b\[[0-9;]*m", "", painting.coloured(lines)) == painting.plain(lines)
    assert render.spoken(MARKED) == plain_text
    assert plain_text in painting.plain(render.location_lines([said]))
