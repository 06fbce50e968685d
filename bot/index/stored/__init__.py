"""A store in one SQLite file: derived data only, so that it may be thrown away at any time.

`file` lays it out and says in one line why it cannot be used; `packing` makes blobs of columns and postings, each with
its checksum; `writer` changes it, one transaction a change; `reader` looks things up in it.
"""
