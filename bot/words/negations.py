"""Words that deny: of a verb, and of anybody or anything."""

NEGATIONS = frozenset("cannot hardly n't neither never nor not without".split())
"""Beside a verb: "did not say"."""
NOBODY = frozenset("no nobody none nothing".split())
"""In place of somebody or something: "nobody said"."""
