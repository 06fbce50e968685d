"""The promises, for any text at all: what is quoted stands in the document, in order, and nothing is made up."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot import Answer, Bot

WORDS = st.sampled_from(
    [
        *"Li he she they said told reporters that thanked China will bridge water 3.5 U.S. “Yes,” 'tis".split(),
        *"» ( ) — : ? !".split(),
        *'. ... , ; I we May not to ANN: Q: A. <> [] ___ MA MARTA [10:02] <kai> ** # "No. it."'.split(),
        *"Ann Moss|Dr. Ortiz|the mayor|on Monday|No. 5|according to".split("|"),
    ]
)
GAPS = st.sampled_from([" ", " ", " ", " ", "\n", "\n\n", "\r\n", "\r\n\r\n", "  ", "\t", "\x0c", "\u2028", ""])
PROSE = st.lists(st.tuples(WORDS, GAPS), max_size=60).map(lambda parts: "".join(word + gap for word, gap in parts))
ANY = st.one_of(PROSE, st.text(max_size=300), st.text(alphabet="\"“”‘’'«»().!?:;-\n aA1", max_size=200))
NUMBERED = "\n\n".join(f"{n:2}   Ann Lee Went Home" for n in range(1, 12)) + "\n\n12"
"""A page with printed line numbers, the last line empty."""
QUESTION = st.one_of(st.text(min_size=1, max_size=80), PROSE.filter(str.strip))
often = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@often
@example(NUMBERED)
@given(ANY)
def test_sentences_are_slices_in_order_disjoint_and_cover_every_letter(text: str) -> None:
    bot = Bot.from_text(text)
    covered = bytearray(len(text))
    last = 0
    for number, sentence in enumerate(bot.sentences, 1):
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.number == number
        assert last <= sentence.start < sentence.end
        last = sentence.end
        covered[sentence.start : sentence.end] = b"\x01" * (sentence.end - sentence.start)
    assert all(covered[at] for at, letter in enumerate(text) if letter.isalnum())


@often
@given(ANY)
def test_a_speaker_stands_in_the_document_and_has_evidence(text: str) -> None:
    for sentence in Bot.from_text(text).sentences:
        if sentence.speaker is None:
            assert sentence.kind == "none"
            assert sentence.evidence is None
            assert sentence.mention is None
            continue
        assert sentence.speaker.name
        assert sentence.kind in ("direct", "indirect", "mixed")
        assert sentence.evidence is not None
        assert 0 <= sentence.evidence.start <= sentence.evidence.end <= len(text)
        if sentence.mention is not None:
            assert sentence.mention.split()
        if sentence.label:
            assert sentence.start <= sentence.label[0] <= sentence.label[1] <= sentence.end


UNRELATED = "\n\nThe rain fell on the roofs all night. Nothing else happened in the valley.\n\nThe river rose a little."
STORIES = [
    "The mayor of Orla, Ines Duarte, opened the bridge. She said that it was safe. “We tested it twice,” Duarte added.",
    "Minister Paul Brandt met the farmers. He told them that prices would fall.\n\n“We will see,” said one farmer.",
    "Ann Moss pointed out in her letter that the two towns are old friends. The towns have helped each other.",
    "“It is late,” whispered Tom.\n\n“It is early,” said Lena.\n\n“Go to sleep.”",
]


@pytest.mark.parametrize("story", STORIES)
@given(count=st.integers(min_value=1, max_value=4))
@settings(max_examples=4, deadline=None)
def test_what_is_appended_never_changes_who_spoke(story: str, count: int) -> None:
    before = [said.speaker.name if said.speaker else None for said in Bot.from_text(story).sentences]
    after = [said.speaker.name if said.speaker else None for said in Bot.from_text(story + UNRELATED * count).sentences]
    assert after[: len(before)] == before


def shown(answer: Answer) -> list[tuple[str, str]]:
    return [(quote.document.id, quote.text) for quote in answer.quotes]


TEXTS = {
    "a": "Ines Duarte said that the bridge was safe. The river was high.",
    "b": "Paul Brandt said that the bridge was old. Nobody answered him.",
    "c": "The council met on Monday. It voted for the bridge.",
}


@often
@given(
    st.permutations(list(TEXTS)),
    st.sampled_from(["Who said the bridge was safe?", "bridge", "When did the council meet?"]),
)
def test_the_order_of_documents_is_no_matter(order: list[str], question: str) -> None:
    straight = Bot.from_texts(TEXTS).ask(question)
    mixed = Bot.from_texts({name: TEXTS[name] for name in order}).ask(question)
    assert sorted(shown(mixed)) == sorted(shown(straight))
    assert [quote.score for quote in mixed.quotes] == [quote.score for quote in straight.quotes]


ARTICLE = Bot.read()


@often
@given(QUESTION)
def test_every_answer_has_grounds_and_every_refusal_a_reason(question: str) -> None:
    if not question.strip():
        return
    answer = ARTICLE.ask(question)
    assert bool(answer) is answer.answered
    assert 0 <= answer.confidence <= 1
    if answer.answered:
        assert answer.quotes
        assert answer.reason is None
        terms = {term for term, weight in answer.understood.terms.items() if weight}
        named = answer.understood.speaker is not None
        assert named or answer.understood.kind in ("overview", "speakers", "when-all") or terms
    else:
        assert answer.reason or answer.notice
        assert not answer.quotes


@pytest.mark.parametrize(
    "question",
    [
        "thank " * 20_000,
        "the of and to",
        "?!...,,,",
        "谁感谢了中国？",
        'title:x AND (a OR b) NOT "c"~2 [1 TO 5] *',
        "\x00\x1b[31m",
        "a" * 100_000,
    ],
    ids=["long", "stop words", "punctuation", "another script", "operators", "control", "one word"],
)
def test_odd_questions_get_a_calm_answer(question: str) -> None:
    answer = ARTICLE.ask(question)
    assert answer.answered or answer.reason or answer.notice
