"""Clauses and people come in; the speaker of each sentence of running text goes out: quotations, messages, pronouns."""
