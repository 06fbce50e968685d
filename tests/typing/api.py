"""Type-checked, never run: what users of the package may rely on."""

from collections.abc import Mapping, Sequence
from typing import assert_type

from bot import Answer, Bot, Change, Conversation, Document, Evidence, Quote, Sentence, Speaker, Understood, Verdict

bot = Bot.read("minutes.txt", "letters/")
assert_type(Bot.from_text("Text.", "Title"), Bot)
assert_type(Bot.from_texts({"Title": "Text."}), Bot)
assert_type(bot.documents, Sequence[Document])
assert_type(bot.sentences, Sequence[Sentence])
assert_type(bot.speakers, Sequence[Speaker])
assert_type(bot.skipped, Sequence[tuple[str, str]])

talk = bot.conversation()
assert_type(talk, Conversation)
assert_type(talk.ask("Who agreed?", k=1, speaker="Lee"), Answer)
answer = bot.ask("Who agreed?", k=1, speaker="Lee")
assert_type(answer.understood, Understood)
assert_type(answer.understood.terms, Mapping[str, float])
assert_type(answer.answered, bool)
assert_type(answer.confidence, float)
assert_type(answer.quotes, tuple[Quote, ...])
assert_type(answer.nearest, tuple[Quote, ...])
assert_type(answer.unmatched, tuple[str, ...])

quote = answer.quotes[0]
assert_type(quote.text, str)
assert_type(quote.speaker, Speaker | None)
assert_type(quote.evidence, Evidence | None)
assert_type(quote.document, Document)
assert_type(quote.matched, tuple[tuple[int, int], ...])
assert_type(quote.before, tuple[Sentence, ...])
assert_type(quote.label, tuple[int, int] | None)
assert_type(quote.page, int | None)
assert_type(quote.time, float | None)
assert_type(quote.start, int)

assert_type(bot.ask("Who?", k=None, speaker=["Lee", "Moss"], context=2), Answer)
assert_type(bot.said_by("Lee"), tuple[Quote, ...])
verdict = bot.verify("“We agree,” said Lee.")[0]
assert_type(verdict, Verdict)
assert_type(verdict.speaker, str | None)
assert_type(verdict.quote, Quote | None)
assert_type(verdict.difference, tuple[Change, ...])
