"""Web pages (HTML): the text of the page, without navigation, cookie lines and what else stands around it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from lxml import etree
from trafilatura import bare_extraction

from bot.documents.encodings import decode
from bot.documents.extracts import Extract, Source, head
from bot.documents.plain import header_end, read_markdown
from bot.errors import DocumentError

_CHARSET = re.compile(
    rb"<(?:meta[^<>]{0,200}?charset|\?xml[^<>]{0,80}?encoding)=[\"' ]{0,2}([\w-]{2,40})", re.IGNORECASE
)
_HEAD = 4096
"""Bytes in which a page may say how it is written."""
_UNREAD = frozenset(
    """
    aside button footer form head header iframe nav noscript object script select style svg template textarea
    """.split()
)
"""Elements of a whole page that are not its text."""
_INLINE = frozenset(
    """
    a abbr b bdi bdo big cell cite code data del dfn em font graphic hi i img ins kbd label mark q ref rp rt ruby s samp
    small span strike strong sub sup td th time tt u var wbr
    """.split()
)
_CELLS = frozenset(["cell", "td", "th"])
_LINES = frozenset(["lb", "br"])
_WRITTEN = frozenset(["code", "pre", "quote"])
"""Elements in which a line ends where the author says."""
_WHOLE = re.compile(r"\s*<(?:!doctype|html)\b", re.IGNORECASE)
_BLANK = re.compile(r"[ \n\r\f\v]+")
_END = re.compile(r"[ \t]*\n[ \t]*")
_MANY = re.compile(r"\n{3,}")
_SHORT = 250
"""Characters of a text that is too short to be told from what stands around it, so that all of the page is read."""
_ROW = 5
"""Elements of one kind side by side in which the text of a page may stand."""
_OTHERS = re.compile(r"comment|disqus|respon[ds]", re.IGNORECASE)
"""What the part of a page is called in which its readers answer."""
_HIDDEN = re.compile(r"display:\s*none", re.IGNORECASE)
_BYLINE = 500
"""Characters at the beginning among which the author may be named already."""


def read_html(source: Source) -> Extract:
    """The words of a page, its title, date and author; in a list of terms what is said stands right below the term."""
    page, warning = _decoded(source)
    found: Any = bare_extraction(
        page,
        with_metadata=True,
        favor_recall=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = "" if found is None else _text(found.body)
    tree = _tree(page)
    if tree is not None:
        row = _row(tree, least=3 * len(text.split()) // 2)
        if row is not None or len(text) < _SHORT:
            text = _text(tree if row is None else row) or text
    if not text:
        raise DocumentError(source.name, "there is no text in it, or it is nested too deep")
    if found is None:
        return Extract(text, head(text), warning, own_lines=False)
    if found.author and found.author not in text[:_BYLINE]:
        text = f"By {found.author}\n\n{text}"
    return Extract(text, found.title or head(text), warning, date=found.date, own_lines=False)


def read_elements(source: Source) -> Extract:
    """The words of a page that is kept as Markdown or text: its header as it stands, then those of its elements."""
    matter = read_markdown(source)
    if _WHOLE.match(matter.text):
        return read_html(source)
    end = header_end(matter.text)
    text = f"{matter.text[:end]}\n{shown(matter.text[end:])}".lstrip()
    return Extract(text, matter.title or head(text), matter.warning, own_lines=False)


def _decoded(source: Source) -> tuple[str, str | None]:
    """The page as text: in UTF-8, in what it says it is written in, or as any other text."""
    declared = _CHARSET.search(source.data, 0, _HEAD)
    return decode(source.data, source.name, declared[1].decode() if declared else None)


def shown(page: str) -> str:
    """All the text of a page, menus and forms left out."""
    tree = _tree(page)
    return "" if tree is None else _text(tree)


def _tree(page: str) -> Any:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(page.encode("utf-8", "replace"), parser)


def _row(tree: Any, least: int) -> Any:
    """What holds most words of a page, more than `least`, side by side in many elements.

    Minutes and chats are kept so, with names that in an article are those of what stands around it ("comment",
    "message"); what is the most of a page is its text, whatever it is called.
    """
    sizes: defaultdict[Any, int] = defaultdict(int)
    for _, element in etree.iterwalk(tree, events=("end",)):
        within = 0 if element.tag in _UNREAD or element.tag == "a" else sizes[element] + _words(element.text)
        sizes[element] = within
        parent = element.getparent()
        if parent is not None:
            sizes[parent] += within + _words(element.tail)
    holds = min((one for one, size in sizes.items() if 2 * size > sizes[tree]), key=sizes.__getitem__, default=tree)
    row = [sizes[child] for child in holds if sizes[child]]
    named = (f"{one.get('id')} {one.get('class')}" for one in (holds, *holds.iterancestors()))
    fits = len(row) >= _ROW and sizes[holds] > max(least, 2 * max(row)) and not any(map(_OTHERS.search, named))
    return holds if fits else None


def _words(text: str | None) -> int:
    return len((text or "").split())


def _text(tree: Any) -> str:
    """The text of a tree: a blank line between paragraphs, tabs between cells, a line end where the page has one."""
    text = "".join(_pieces(tree)).replace("\u00ad", "").replace("\r\n", "\n")
    return _MANY.sub("\n\n", _END.sub("\n", text)).strip()


def _pieces(tree: Any) -> Iterator[str]:
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        name = element.tag if isinstance(element.tag, str) else ""
        kind = element.get("rend", name)[:2]
        if event == "start" and (name in _UNREAD or (name in _INLINE and _HIDDEN.search(element.get("style", "")))):
            walk.skip_subtree()
        elif event == "start":
            yield "\n" if name in _LINES or kind == "dd" else "" if name in _INLINE else "\n\n"
            yield (element.text or "") if name in _WRITTEN else _BLANK.sub(" ", element.text or "")
        else:
            yield "\t" if name in _CELLS else "" if name in _INLINE | _LINES or kind == "dt" else "\n\n"
            yield _BLANK.sub(" ", element.tail or "") if element is not tree else ""
