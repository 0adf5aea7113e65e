"""
Descriptors
===========

Which descriptors are open?.
"""
# %%
import os


def is_open(descriptor):
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


print("open:", list(filter(is_open, range(1024))))
print("the next one is", os.open(os.devnull, os.O_RDONLY))
print("terminal:", [os.isatty(n) for n in (0, 1, 2)])
print("standard input is", os.readlink("/proc/self/fd/0"))
print("inheritable:", [os.get_inheritable(n) for n in (0, 1, 2)])
