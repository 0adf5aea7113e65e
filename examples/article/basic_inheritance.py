"""
Does a forked child need ``set_inheritable`` to use my file?
============================================================

No.
fork copies every descriptor, whatever its flag says; parent and child then share one
offset.

The rules: `Inheritance of File Descriptors
<https://docs.python.org/3/library/os.html#inheritance-of-file-descriptors>`_,
`fork(2) <https://man7.org/linux/man-pages/man2/fork.2.html>`_,
`PEP 446 <https://peps.python.org/pep-0446/>`_.
"""

# %%
# A file, opened the way Python opens every file: not inheritable.

# requires: os.fork
import os
import tempfile

fd, path = tempfile.mkstemp()
os.unlink(path)  # It lives on until the last descriptor is closed.

print("inheritable:", os.get_inheritable(fd))  #> parent | inheritable: False

# %%
# A forked child writes to it with the flag off.

if os.fork() == 0:
    os.write(fd, b"flag off, ")
    print("child wrote, offset is", os.lseek(fd, 0, os.SEEK_CUR))
    os._exit(0)
os.wait()

# The two share one open file description, so the child moved our offset.
print("our offset is", os.lseek(fd, 0, os.SEEK_CUR))  #> parent | our offset is 10

# %%
# With the flag on, everything is the same. fork does not ask it.

os.set_inheritable(fd, True)
if os.fork() == 0:
    os.write(fd, b"flag on")
    print("child wrote, offset is", os.lseek(fd, 0, os.SEEK_CUR))
    os._exit(0)
os.wait()

#> parent | the file holds b'flag off, flag on'
print("the file holds", os.pread(fd, 100, 0))
os.close(fd)
