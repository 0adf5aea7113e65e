"""What do fork and the calls built on it do?"""

import multiprocessing
import os
import threading
import warnings

from probing import NO, YES, Unsupported, arrived, flag, look, secret, tell, word


def status_of(pid):
    """The exit status of a child."""
    return os.waitpid(pid, 0)[1] >> 8


def copies(value):
    """Does the child of a fork read what the parent opened, flag off or on?"""
    descriptor = secret()
    os.set_inheritable(descriptor, value)
    pid = os.fork()
    if pid == 0:
        os._exit(YES if look(descriptor) else NO)
    return arrived(status_of(pid))


def warns():
    """Is anything said of a fork while another thread runs?"""
    wait = threading.Event()
    thread = threading.Thread(target=wait.wait)
    try:
        thread.start()
    except RuntimeError as error:
        raise Unsupported(str(error)) from error
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            pid = os.fork()
            if pid == 0:
                os._exit(0)
            os.waitpid(pid, 0)
        return word(any(each.category is DeprecationWarning for each in caught))
    finally:
        wait.set()
        thread.join()


def forkpty():
    """Is the parent's end of the terminal inheritable?"""
    pid, master = os.forkpty()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    return flag(master)


def started_by():
    """The way in which a child has been started, where none was asked for."""
    started = multiprocessing.Process(target=int)
    started.start()
    started.join()
    if started.exitcode != 0:
        raise RuntimeError("the child ended with status %r" % started.exitcode)
    return multiprocessing.get_start_method()


if __name__ == "__main__":  # a child of multiprocessing reads this file again
    tell(
        {
            "fork-flag-off": lambda: copies(False),
            "fork-flag-on": lambda: copies(True),
            "fork-warns": warns,
            "forkpty-master": forkpty,
            "multiprocessing": started_by,
        }
    )
