"""A store in an engine elsewhere, which keeps rows and finds vectors: for archives that outgrow one machine.

`engine` says what is asked of one, so that a file beside this room is all that another engine takes; `rows` makes rows
of documents, and these again; `asking` is a store like any other; `filling` changes it, from as many machines at once
as there are, and looks it through.
"""
