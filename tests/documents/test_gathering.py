import builtins
import io
import os
import subprocess
import threading
from pathlib import Path

import pytest

from bot.documents.gathering import date_of, gather
from bot.documents.readers import FORMATS
from bot.errors import DocumentError


def write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")
    return folder


def test_a_folder_is_read_in_order_without_hidden_and_unknown_files(tmp_path: Path) -> None:
    write(tmp_path, b_txt="B", a_md="A", deep__er__c_text="C", image_png="no", deep__b_txt="BB")
    (tmp_path / ".hidden.txt").write_text("H")
    write(tmp_path / ".git", x_txt="X")
    gathered = gather([str(tmp_path)])
    assert [document.id for document in gathered.documents] == ["a.md", "b.txt", "deep/b.txt", "deep/er/c.text"]
    assert gathered.documents[2].path == str(tmp_path / "deep" / "b.txt")
    assert gathered.skipped == ()


def test_line_ends_are_the_files_own(tmp_path: Path) -> None:
    write(tmp_path, a_txt="One.\r\nTwo.\rThree.\n")
    assert gather([str(tmp_path)]).documents[0].text == "One.\r\nTwo.\rThree.\n"


def test_a_double_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, a_txt="Same.", b_txt="Same.")
    gathered = gather([str(tmp_path)])
    assert [document.id for document in gathered.documents] == ["a.txt"]
    assert gathered.skipped == (("b.txt", "read already: the same text as a.txt"),)


def test_ids_are_unique_in_any_order(tmp_path: Path) -> None:
    write(tmp_path, x__a_txt="1", y__a_txt="2", z__a_txt="3", z__b_txt="4", a__b__b_txt="5", b_txt="6")
    named = [str(tmp_path / name) for name in ("x/a.txt", "y/a.txt", "z", "a/b/b.txt", "b.txt", "b.txt")]
    ids = {
        "1": "x/a.txt",
        "2": "y/a.txt",
        "3": "z/a.txt",
        "4": "z/b.txt",
        "5": "b/b.txt",
        "6": f"{tmp_path.name}/b.txt",
    }
    for order in (named, named[::-1], [*named[3:], *named[:3]]):
        assert {document.text: document.id for document in gather(order).documents} == ids


def test_of_doubles_the_first_by_name_is_kept(tmp_path: Path) -> None:
    write(tmp_path, a_txt="1", b_txt="1")
    for order in ("ab", "ba"):
        documents = gather([str(tmp_path / f"{name}.txt") for name in order]).documents
        assert [document.id for document in documents] == ["a.txt"]


def test_stdin_is_a_document() -> None:
    document = gather(["-"], io.BytesIO(b"Boats sail.")).documents[0]
    assert (document.id, document.path, document.text, document.title) == ("stdin", None, "Boats sail.", "stdin")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing.txt", "cannot read missing.txt: there is no such file or folder"),
        ("", "cannot read '': the name is empty"),
        ("nul\0.txt", "cannot read nul\ufffd.txt: embedded null byte"),
        ("empty.txt", "cannot read empty.txt: it is empty"),
        ("bare", f"cannot read bare: no file in it ends in {', '.join(sorted(FORMATS))}"),
        ("dull", "cannot read a.txt: it is empty"),
        ("-", "cannot read stdin: it is empty"),
    ],
)
def test_a_name_that_gives_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str) -> None:
    monkeypatch.chdir(write(tmp_path, empty_txt=" \n", bare__x_png="x", dull__a_txt="", dull__b_txt=""))
    with pytest.raises(DocumentError) as raised:
        gather([name])
    assert str(raised.value) == said


def test_what_cannot_be_read_inside_a_folder_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, good_txt="Good.", empty_txt="", locked_txt="L", loop__x_txt="X", sealed__x_txt="X", vast_txt="V")
    (tmp_path / "lost.txt").symlink_to("nowhere")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe.txt")
    real_open, scandir = builtins.open, os.scandir

    def opens(path: str, mode: str) -> object:
        if path.endswith("locked.txt"):
            raise PermissionError(13, "Permission denied", path)
        if path.endswith("vast.txt"):
            raise MemoryError
        return real_open(path, mode)

    def sealed(path: str) -> object:
        if Path(path).name == "sealed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(builtins, "open", opens)
    monkeypatch.setattr(os, "scandir", sealed)
    gathered = gather([str(tmp_path)])
    assert [document.id for document in gathered.documents] == ["good.txt", "loop/x.txt"]
    assert sorted(gathered.skipped) == [
        ("empty.txt", "it is empty"),
        ("locked.txt", "permission denied"),
        ("lost.txt", "there is no such file or folder"),
        ("pipe.txt", "it is no regular file"),
        ("sealed", "permission denied"),
        ("vast.txt", "there is not enough memory for it"),
        ("zero.txt", "it is no regular file"),
    ]


def test_a_named_pipe_is_read_as_a_stream(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    writer = threading.Thread(target=(tmp_path / "pipe.txt").write_text, args=("Boats sail.",))
    writer.start()
    assert gather([str(tmp_path / "pipe.txt")]).documents[0].text == "Boats sail."
    writer.join()


def test_linked_folders_are_walked_once_and_loops_end(tmp_path: Path) -> None:
    write(tmp_path, house__a_txt="A", house__room__b_txt="B", apart__c_txt="C")
    for link, target in {"again": "room", "apart": "../apart", "room/up": "..", "self": "../house"}.items():
        (tmp_path / "house" / link).symlink_to(target)
    gathered = gather([str(tmp_path / "house")])
    assert [document.id for document in gathered.documents] == ["a.txt", "apart/c.txt", "room/b.txt"]
    assert gathered.skipped == ()


def test_folders_may_be_deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, deep__a_txt="A"))
    os.chdir("deep")
    for name in ["d"] * 1050 + ["d" * 200] * 10:
        os.mkdir(name)
        os.chdir(name)
        if len(name) > 1 and not Path("../b.txt").exists():
            Path("b.txt").write_text("B")
    os.chdir(tmp_path)
    gathered = gather(["deep"])
    subprocess.run(["/bin/rm", "-r", "deep"], check=True)  # deeper than shutil goes
    assert [document.text for document in gathered.documents] == ["A", "B"]
    assert {reason.partition(":")[0] for _, reason in gathered.skipped} == {"read already", "file name too long"}


def test_names_that_are_no_utf_8_are_shown_in_utf_8(tmp_path: Path) -> None:
    os.mkdir(os.fsencode(tmp_path) + b"/\xe9")
    for name in (b"caf\xe9.txt", b"caf\xe8.txt", b"\xe9/line\n.txt"):
        with open(os.fsencode(tmp_path) + b"/" + name, "wb") as file:
            file.write(b"Boats sail " + name.hex().encode())
    documents = gather([str(tmp_path)]).documents
    assert [document.id for document in documents] == ["caf?.txt", "caf?.txt (2)", "?/line\n.txt"]
    assert all(document.title.isascii() for document in documents)
    assert all(document.path and os.path.isfile(document.path) for document in documents)


def test_a_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def sealed(path: str) -> object:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", sealed)
    with pytest.raises(DocumentError, match=f"cannot read {tmp_path}: permission denied"):
        gather([str(tmp_path)])


def test_a_guessed_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("The café opened.".encode("cp1252"))
    assert gather([str(tmp_path)]).warnings == ("a.txt: not UTF-8; read as cp1252",)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Held on May 21, 2021, at noon.", "2021-05-21"),
        ("Held on 3 December 1999.", "1999-12-03"),
        ("As of 2020-02-29", "2020-02-29"),
        ("As of 2020-13-01", None),
        ("In May 2021.", None),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    assert date_of(text) == date
