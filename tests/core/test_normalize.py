"""What is replaced, what is left alone, and that both are counted."""

from __future__ import annotations

import pytest
from evidence.core.model import Block, Line, Transcript
from evidence.core.normalize import normalize
from evidence.core.rules import RULES, Context

CONTEXT = Context(
    folder="/tmp/evidence-x_1",
    checkout="/home/reader/a clone",
    interpreter=("/usr/bin/python3.13", "/usr", "/home/reader/a clone/.venv"),
    pids=frozenset({17, 4242}),
)


def one(text: str) -> tuple[str, dict[str, int]]:
    """One line, and what was counted."""
    blocks = (Block(1, (Line("parent", text),)),)
    done = normalize(Transcript("SCM_CREDENTIALS", "0", blocks), CONTEXT)
    return done.lines()[0].text, dict(done.normalized)


REPLACED = [
    ("/tmp/evidence-x_1/work/secret.txt", "<tmp>/secret.txt", {"tmpdir": 1}),
    ("/tmp/evidence-x_1/tmp/tmpab3_x9yz", "<tmp>/<name>", {"tmpdir": 2}),
    ("/home/reader/a clone/examples/x.py", "<checkout>/examples/x.py", {"checkout": 1}),
    ("pid 4242, pid=17", "pid <pid>, pid=<pid>", {"pid": 2}),
    ("(process:17)", "(process:<pid>)", {"pid": 1}),
    ("on 127.0.0.1:40123", "on 127.0.0.1:<port>", {"port": 1}),
    ("('127.0.0.1', 40123)", "('127.0.0.1', <port>)", {"port": 1}),
    ("port 40123", "port <port>", {"port": 1}),
    ("<f at 0x7f00deadbeef>", "<f at <address>>", {"address": 1}),
]
LEFT_ALONE = [
    "4242 bytes",  # nobody says that it is a pid
    "pid 18",  # the kernel named no such process
    "/tmp/evidence-x_12/work",
    "tmpfile_1 and tmp",
    "tmp_example",  # a word of the script, as long as a random name
    "/usr/bin/env",  # /usr is the interpreter's prefix, but this is not its own
    "/home/reader/a clones/x.py",
    "pid 174",
    "port 40123456",
    "port 80",
    "version 3.11.2",
    "0x7f00deadbeef",
    "read b'launch code'",
]


@pytest.mark.parametrize(("text", "instead", "counts"), REPLACED)
def test_replaced_and_counted(text: str, instead: str, counts: dict[str, int]) -> None:
    assert one(text) == (instead, counts)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(text: str) -> None:
    assert one(text) == (text, {})


def test_the_interpreter_has_one_name() -> None:
    said, _ = one("/usr/lib/python3.13/os.py and /usr/bin/python3.13")
    assert said == "<python>/lib/os.py and <python>"


def test_counts_stand_in_the_order_of_the_rules() -> None:
    _, counts = one("<f at 0x7f00deadbeef> pid 17 /tmp/evidence-x_1/work")
    assert list(counts) == ["tmpdir", "pid", "address"]


def test_the_rules_are_few_and_each_says_why() -> None:
    assert len(RULES) <= 8
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.reason.endswith(".") and rule.writes for rule in RULES)


def test_an_interpreter_without_a_place_replaces_nothing() -> None:
    """CPython for WebAssembly lies nowhere: its executable is "", its prefix "/"."""
    context = Context("/tmp/e", "/checkout", ("", "/"), frozenset())
    text = "a / b is no path"
    seen = Transcript("nobody", "0", (Block(1, (Line("nobody", text),)),))
    assert normalize(seen, context).lines()[0].text == text
