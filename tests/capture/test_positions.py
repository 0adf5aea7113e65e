"""Each line stands under the block in which its process was when it wrote it."""


def test_a_child_that_speaks_late_stands_where_it_was_born(stage):
    assert stage.lines("positions/late_child") == [
        "1 child | late",
        "2 parent | second",
        "3 parent | third, before",
        "3 parent | third, after",
    ]


def test_a_child_that_goes_on_takes_its_lines_along(stage):
    assert stage.lines("positions/goes_on") == [
        "1 child | one",
        "1 parent | one",
        "2 child | two",
        "2 parent | two",
        "3 parent | three",
    ]


def test_a_child_that_falls_through_is_recorded_as_it_is(stage):
    assert stage.lines("positions/falls_through") == [
        "2 child | at the end",
        "2 parent | at the end",
    ]


def test_each_generation_has_a_position_of_its_own(stage):
    assert stage.lines("positions/grandchild") == [
        "2 child-2 | born in two",
        "3 child | went on to three",
        "3 parent | the parent",
    ]


def test_a_program_stays_where_it_first_spoke(stage):
    assert stage.lines("positions/long_program") == [
        "1 child | begins",
        "1 child | ends",
        "2 parent | second",
    ]


def test_blocks_may_begin_with_any_statement(stage):
    blocks = [line.split()[0] for line in stage.lines("positions/statements")]
    assert blocks == ["1", "2", "3", "4", "4", "5"]


def test_a_guarded_block_is_a_block(stage):
    assert stage.lines("positions/main_guard") == ["2 parent | work"]


def test_descriptor_1_may_be_replaced_and_restored_in_a_later_block(stage):
    assert stage.lines("positions/restored") == [
        "1 parent | shown",
        "3 parent ! on the other stream",
        "3 parent | shown again",
        "3 parent | the file has goes to the file",
    ]


def test_marks_that_nobody_needed_may_be_lost(stage):
    assert stage.lines("positions/silent_loss") == [
        "1 parent | one",
        "4 parent | four",
    ]


def test_text_after_a_lost_mark_fails_and_says_what_to_do(stage):
    failure = stage.run("positions/ambiguous").failure
    assert failure.block == 2
    assert failure.cause.startswith("wrote after a block had begun that could not")
    assert "restore descriptor 1 or 2 before the block ends" in failure.cause


def test_the_last_block_may_close_everything(stage):
    assert stage.lines("positions/closes_all") == ["1 parent | one", "2 parent | two"]


def test_a_script_that_closed_everything_may_go_on_in_silence(stage):
    assert stage.lines("positions/loses_the_end") == ["1 parent | one"]


def test_a_line_without_newline_does_not_join_the_next_block(stage):
    assert stage.lines("positions/without_newline") == [
        "1 parent | one (no newline)",
        "2 parent | two (no newline)",
    ]


def test_a_channel_that_does_not_block_loses_no_line_and_no_mark(stage):
    seen = stage.lines("positions/nonblocking")
    assert seen[0] == "1 parent | one"
    assert seen[1:-1] == [f"2 parent | {word}" for word in ("two", *range(300))]
    assert seen[-1] == "3 parent | three"


def test_a_script_cannot_see_the_marks(stage):
    assert stage.lines("positions/observes_marks") == [
        "2 parent | errno is kept: True",
        "2 parent | the streams are the same: True",
        "2 parent | names: ['ctypes', 'errno', 'os', 'sys', 'before']",
        "2 parent | exception: None",
    ]
