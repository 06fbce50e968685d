"""A store in an engine elsewhere, which keeps rows and finds vectors: for archives that outgrow one machine.

`rows` says what is asked of one and what it is given to keep; `asking` is a store like any other. A file beside this
room is all that an engine takes.
"""
