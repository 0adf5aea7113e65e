"""What all probes share: say one word for each behaviour, or why there is none.

A probe prints ``name | value``. Standard library of Python 3.6 and later only.
Run as a program it is the child of a probe: it looks whether a descriptor that
holds the secret has arrived under the number it is given, and says so by its
exit status.
"""

import os
import sys
import tempfile

SECRET = b"launch code"
YES, NO = 7, 8
CANNOT = (AttributeError, ImportError, NotImplementedError, OSError)
"""What an interpreter raises that lacks something; all else is a broken probe."""


class Unsupported(Exception):
    """This platform has not what the probe needs; the text says what."""


class NotLooked(Exception):
    """Nobody could look here: the tool that shows it is missing."""


def tell(probes):
    """Run each probe and print its word; what was said stays said."""
    for name, probe in probes.items():
        try:
            value = probe()
        except NotLooked:
            continue
        except Unsupported as error:
            value = "unsupported: %s" % error
        except CANNOT as error:
            value = "unsupported: %s: %s" % (type(error).__name__, error)
        print("%s | %s" % (name, value), flush=True)


def word(truth):
    """yes or no."""
    return "yes" if truth else "no"


def flag(descriptor):
    """Is it inheritable? Closes it."""
    try:
        return word(os.get_inheritable(descriptor))
    finally:
        os.close(descriptor)


def secret():
    """A descriptor of a file that holds the secret, with a number nobody re-uses."""
    descriptor, path = tempfile.mkstemp()
    os.write(descriptor, SECRET)
    os.close(descriptor)
    low = [os.open(path, os.O_RDONLY) for _ in range(40)]
    descriptor = low.pop()
    for each in low:
        os.close(each)
    return descriptor


def child(descriptor):
    """The words that start a child which looks for the secret."""
    if not sys.executable:
        raise Unsupported("no program can be started")
    return [sys.executable, os.path.abspath(__file__), str(descriptor)]


def arrived(status):
    """What the child said by its exit status."""
    if status == 127:
        raise Unsupported("no program can be started")
    if status not in (YES, NO):
        raise RuntimeError("the child ended with status %r" % (status,))
    return word(status == YES)


def look(descriptor):
    """Does this descriptor hold the secret?"""
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        return os.read(descriptor, len(SECRET) + 1) == SECRET
    except OSError:
        return False


def look_at_handle(handle):
    """The same for a handle of Windows."""
    import msvcrt

    try:
        return look(msvcrt.open_osfhandle(handle, os.O_RDONLY))
    except OSError:
        return False


if __name__ == "__main__":
    number = int(sys.argv[1])
    found = look_at_handle(number) if "handle" in sys.argv else look(number)
    sys.exit(YES if found else NO)
