"""Words joined, with a hyphen and in two: a question finds the other form."""

import pytest

from bot import Bot

TEXT = """The e-mail came on 3 May, Ann Hill said. The KX-9 drill broke. The check in of guests was slow.

Health care costs more, said Tom Reed. The website is new. A part in June was cut, and the tide rose again.
"""


@pytest.fixture(scope="module")
def town() -> Bot:
    return Bot.from_text(TEXT)


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("email", "e-mail came"),
        ("When did the email come?", "e-mail came"),
        ("What happened to the KX9?", "KX-9 drill"),
        ("the kx9 drill", "KX-9 drill"),
        ("What is said of healthcare?", "Health care"),
        ("Is the web-site new?", "website is new"),
    ],
)
def test_the_other_form_is_found(town: Bot, asked: str, part: str) -> None:
    answer = town.ask(asked)
    assert answer.quotes, answer.reason
    assert part in answer.quotes[0].text


@pytest.mark.parametrize("asked", ["injune", "ofguests", "email" * 40])
def test_words_that_only_stand_side_by_side_are_not_one(town: Bot, asked: str) -> None:
    assert not town.ask(asked)
