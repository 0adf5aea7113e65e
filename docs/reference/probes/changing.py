"""What do the calls do that read and change the flag, or duplicate a descriptor?"""

import os

from probing import flag, tell, word


def set_and_read(value):
    """Does the flag read as it was set last?"""
    descriptor = os.open(os.devnull, os.O_RDONLY)
    os.set_inheritable(descriptor, not value)
    os.set_inheritable(descriptor, value)
    return word((flag(descriptor) == "yes") == value)


def o_path():
    """A descriptor that only names a file (``O_PATH``)."""
    descriptor = os.open(os.getcwd(), os.O_PATH)
    try:
        os.set_inheritable(descriptor, True)
    except OSError:
        os.close(descriptor)
        return "no"
    return flag(descriptor)


def closed(call):
    """Does the call say that a descriptor is closed?"""
    descriptor = os.open(os.devnull, os.O_RDONLY)
    os.close(descriptor)
    try:
        call(descriptor)
    except OSError:
        return "yes"
    return "no"


def dup2_returns():
    old, new = os.pipe()
    value = os.dup2(old, new)
    os.close(old)
    os.close(new)
    return "number" if value == new else str(value)


tell(
    {
        "set-true": lambda: set_and_read(True),
        "set-false": lambda: set_and_read(False),
        "set-o_path": o_path,
        "get-closed": lambda: closed(os.get_inheritable),
        "set-closed": lambda: closed(lambda fd: os.set_inheritable(fd, True)),
        "dup2-returns": dup2_returns,
    }
)
