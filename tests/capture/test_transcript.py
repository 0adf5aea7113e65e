"""From segments to lines under blocks, without any process."""

from evidence.capture.testimony import Segment
from evidence.capture.transcript import (
    Mark,
    Placing,
    name_writers,
    read_blocks,
    read_marks,
)

TOKEN = b"0123456789abcdef"
PARENT, CHILD = 100, 101


def text(time, pid, data, stream=1):
    return Segment(time, pid, stream, data)


def mark(time, pid, what, block, lost=b""):
    words = b"%s %d %d %s" % (what, block, pid, lost)
    return Segment(time, pid, 1, b"\0" + TOKEN + b" " + words + b"\0")


def lines(*segments):
    """[(block, writer, text, stream)] of what these segments become."""
    placing = Placing(PARENT).place(read_marks(segments, TOKEN))
    pids = {piece.pid for pieces in placing.blocks.values() for piece in pieces}
    blocks = read_blocks(placing, name_writers(pids, PARENT, 32768))
    return [(b.number, x.writer, x.text, x.stream) for b in blocks for x in b.lines]


def test_a_mark_tells_everything_the_bootstrap_wrote():
    (seen,) = read_marks([mark(7, CHILD, b"born", 2, b"1:5,2:6")], TOKEN)
    assert seen == Mark(7, CHILD, "born", 2, CHILD, ((1, 5), (2, 6)))


def test_marks_inside_one_piece_are_found_where_nothing_attests():
    piece = b"a\n" + mark(0, PARENT, b"at", 2).data + b"b\n"
    kinds = [type(each) for each in read_marks([text(0, 0, piece)], TOKEN)]
    assert kinds == [Segment, Mark, Segment]


def test_without_attestation_the_marks_of_the_script_place_all_lines():
    piece = b"a\n" + mark(0, PARENT, b"at", 2).data + b"b\n"
    piece += mark(0, CHILD, b"at", 9).data + b"c\n"
    placing = Placing(PARENT, attested=False).place(
        read_marks([text(0, 0, piece)], TOKEN)
    )
    seen = [
        (b.number, x.writer, x.text) for b in read_blocks(placing, {}) for x in b.lines
    ]
    assert seen == [(1, "nobody", "a"), (2, "nobody", "b"), (2, "nobody", "c")]


def test_a_line_joins_its_pieces_and_stands_where_its_first_byte_came():
    seen = lines(
        text(1, PARENT, b"hel"), text(2, CHILD, b"x\n"), text(3, PARENT, b"lo\n")
    )
    assert seen == [(1, "parent", "hello", "stdout"), (1, "child", "x", "stdout")]


def test_the_two_streams_of_one_writer_do_not_join():
    seen = lines(
        text(1, PARENT, b"a"), text(2, PARENT, b"b\n", 2), text(3, PARENT, b"c\n")
    )
    assert seen == [(1, "parent", "ac", "stdout"), (1, "parent", "b", "stderr")]


def test_a_child_stays_in_the_block_in_which_it_was_born():
    seen = lines(
        mark(1, CHILD, b"born", 1),
        mark(2, PARENT, b"at", 2),
        text(3, CHILD, b"late\n"),
        text(4, PARENT, b"here\n"),
    )
    assert seen == [(1, "child", "late", "stdout"), (2, "parent", "here", "stdout")]


def test_a_child_that_goes_on_by_itself_takes_its_lines_along():
    seen = lines(
        mark(1, CHILD, b"born", 1), mark(2, CHILD, b"at", 2), text(3, CHILD, b"mine\n")
    )
    assert seen == [(2, "child", "mine", "stdout")]


def test_a_program_without_marks_is_where_the_script_is_when_it_first_speaks():
    seen = lines(
        mark(1, PARENT, b"at", 2),
        text(2, CHILD, b"first\n"),
        mark(3, PARENT, b"at", 3),
        text(4, CHILD, b"second\n"),
    )
    assert [block for block, *_ in seen] == [2, 2]


def test_a_line_without_newline_ends_with_its_block():
    seen = lines(
        text(1, PARENT, b"one"), mark(2, PARENT, b"at", 2), text(3, PARENT, b"two")
    )
    assert [(block, words) for block, _, words, _ in seen] == [(1, "one"), (2, "two")]


def test_only_a_process_that_spoke_after_a_lost_mark_is_ambiguous():
    def ambiguous(*segments):
        return Placing(PARENT).place(read_marks(segments, TOKEN)).ambiguous

    told = mark(9, PARENT, b"at", 3, b"2:5")
    assert ambiguous(text(4, PARENT, b"x\n"), told) == 0
    assert ambiguous(text(6, PARENT, b"x\n"), told) == 2
    assert ambiguous(text(6, CHILD, b"x\n"), told) == 0


def test_text_that_names_the_token_is_text():
    words = b"python bootstrap.py x.py " + TOKEN + b" 3,7\n"
    assert lines(text(1, PARENT, words))[0][2] == words.decode().rstrip()


def test_bytes_that_are_not_utf8_survive():
    assert lines(text(1, PARENT, b"\xff\n"))[0][2] == "\udcff"


def test_children_are_numbered_by_birth_also_where_pids_begin_anew():
    names = name_writers([5, 32760, 32767, 100], 32760, 32768)
    assert names == {32760: "parent", 32767: "child", 5: "child-2", 100: "child-3"}
