"""Sentences come in; reporting clauses with their sources and complements go out: words, noun phrases, clauses."""
