"""A store in Milvus, for archives that outgrow one machine: one collection, chosen by URL.

`server` knows pymilvus and what a real server asks of requests; `rows` makes rows of documents; `filling` puts them in,
from as many machines at once as there are; `shelf` and `searching` look things up for `asking`, a store like any other.
"""
