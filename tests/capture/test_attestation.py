"""The kernel says who wrote each line, whatever the line says."""

import os


def test_a_forked_child_is_named(stage):
    assert stage.lines("attestation/forked_child") == [
        "1 parent | before",
        "1 child | after the fork",
        "1 parent | after the child",
    ]


def test_the_record_says_what_attested_it(stage):
    run = stage.run("attestation/forked_child")
    assert run.transcript.attested_by == "SCM_CREDENTIALS"


def test_a_program_keeps_the_name_of_the_process_that_became_it(stage):
    assert stage.lines("attestation/exec_program") == [
        "1 child | a program",
        "1 parent | the script",
    ]


def test_each_shell_and_each_of_its_programs_is_a_child(stage):
    assert stage.lines("attestation/shell") == [
        "1 child | one",
        "1 child ! two",
        "1 child-2 | three",
        "1 child-3 | four",
        "1 parent | five",
    ]


def test_a_program_that_was_spawned_is_a_child(stage):
    assert stage.lines("attestation/spawned") == [
        "1 child | spawned",
        "1 parent | the script",
    ]


def test_a_child_that_says_it_is_the_parent_is_shown_as_the_child(stage):
    assert stage.lines("attestation/liar") == [
        "1 child | I am the parent",
        "1 parent | I am the parent",
    ]


def test_a_child_cannot_forge_its_pid(stage):
    assert stage.lines("attestation/forger") == ["1 child | the kernel refuses"]


def test_nobody_can_regain_the_right_to_forge(stage):
    refused, bounding = stage.lines("attestation/regains")
    assert refused == "1 parent | refused"
    # An ordinary user has no capability to lose, nor the right to bound them.
    if os.geteuid() == 0:
        assert bounding == "1 parent | CAP_SYS_ADMIN is gone"


def test_children_are_numbered_by_birth_not_by_who_spoke_first(stage):
    assert stage.lines("attestation/birth_order") == [
        "1 child-2 | born second",
        "1 child | born first",
    ]


def test_a_grandchild_is_a_process_like_any_other(stage):
    assert stage.lines("attestation/grandchild") == [
        "1 child-2 | the grandchild",
        "1 child | the child",
        "1 parent | the parent",
    ]


def test_threads_are_the_process_they_are_in(stage):
    assert stage.lines("attestation/threads") == [
        "1 parent | a",
        "1 parent | b",
        "1 parent | c",
    ]


def test_a_descriptor_sent_to_the_witness_is_not_accepted(stage):
    assert stage.lines("attestation/sends_descriptor") == [
        "1 parent | take this",
        "1 parent | end of file",
    ]
