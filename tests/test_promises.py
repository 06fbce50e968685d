"""The promises, for any text at all: what is quoted stands in the document, in order, and nothing is made up."""

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot import Bot
from bot.shell.records import record

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


UNWRITTEN = ("Interviewee", "Interviewer", "Narrator")
"""Names that may not stand in a document (README)."""


def folded(text: str) -> str:
    return re.sub(r"[\s*_\\]+", "", text).casefold()


@often
@example(
    "Who are you?\n\nI sail boats.\n\nWhere?\n\nHere.\n\nWhy do you?\n\nI like it.\n\nAlone?\n\nMy dog sails with me."
)
@example("t:  T ot: oMet On’ M\nA F")
@example("conversation with I' s\nInterviewee:b\nPM:n\nPM:w")
@example("Hon K:I\nThe Speaker(H ’r:V")
@example("to e told")
@example("Cllr Mr Lee said that it rained.")
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
        assert 0 <= sentence.evidence.start < sentence.evidence.end <= len(text)
        assert text[sentence.evidence.start : sentence.evidence.end].strip()
        assert sentence.speaker.name in UNWRITTEN or folded(sentence.speaker.name) in folded(text)
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


BRIDGE = [f"Person N{n}ell said that the bridge was safe." for n in range(60)]
TEXTS = {
    "a": "Ann Lee said that the bridge was safe. Ann Lee said that the river was high.",
    "b": "Ann Lee said that the tunnel was old. Ann Lee said that the road was wide. She met the mayor on 3 May 2020.",
    "c": "The council met on Monday. It voted for the bridge. The World Trade Organization said nothing of the bridge.",
    "d": "The council met on Friday. The Wheat Transport Office (WTO) asked for a tunnel. “Why?” asked Bo Moss.",
    "e": "ANN LEE: Is the bridge safe?\n\nBO MOSS: It is safe.\n\nANN LEE: Thank you.\n\nBO MOSS: The river is high.",
    "f": "The bridge",
    "g": "was safe, Paul Brandt said. Nobody answered him. The council met on Monday.",
    **{f"h{n}": text for n, text in enumerate(BRIDGE)},
}
"""Alike and beside one another, so that a tie or a neighbour decides."""
TALKS = [
    ["What did Ann Lee say?", "And Bo Moss?", "What else did she say?", "more"],
    ["Who speaks?", "What did they say about the bridge?"],
    ["What is it about?", "When was it?", "Who said that?"],
    ["What does WTO stand for?", "Who disagreed?", "Why?"],
    ["Who said that the bridge was safe?", "Is the river high?", "the second one, in context"],
    ["bridge", "the council", "What did the mayor and Ann Lee say of the tunnel?"],
    ["How many people said that the bridge was safe?", "What did Person N7ell say?", "Zog"],
]


def answers(texts: dict[str, str], talk: list[str], speaker: str | None) -> list[object]:
    conversation = Bot.from_texts(texts).conversation()
    return [record(conversation.ask(line, speaker=speaker, context=1)) for line in talk]


@settings(max_examples=40, deadline=None)
@given(
    order=st.permutations(list(TEXTS)),
    count=st.integers(min_value=2, max_value=len(TEXTS)),
    talk=st.sampled_from(TALKS),
    only=st.booleans(),
)
@example(order=list(TEXTS)[::-1], count=len(TEXTS), talk=TALKS[4], only=False)
def test_the_order_of_documents_is_no_matter(order: list[str], count: int, talk: list[str], *, only: bool) -> None:
    mixed = order[:count]
    speaker = "Ann Lee" if only and {"a", "b", "e"}.intersection(mixed) else None
    straight = answers({name: TEXTS[name] for name in sorted(mixed)}, talk, speaker)
    assert answers({name: TEXTS[name] for name in mixed}, talk, speaker) == straight


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


@pytest.mark.parametrize("text", ["A boy J. called Dr led them.", "CHAIN\nr\nASKED\nASKED [\n]\nCHAIN\nA D"])
def test_what_a_fuzz_run_has_broken_holds(text: str) -> None:
    for sentence in Bot.from_text(text).sentences:
        assert sentence.label is None or sentence.start <= sentence.label[0] <= sentence.label[1] <= sentence.end
