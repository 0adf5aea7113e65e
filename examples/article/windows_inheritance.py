"""
What does a child inherit on Windows?
=====================================

Handles, not descriptors, and only through two more gates: the call must let handles
through, and the child must be told the handle's value.
The flag can be changed at any time.

The rules: `Handle Inheritance
<https://learn.microsoft.com/en-us/windows/win32/sysinfo/handle-inheritance>`_,
`STARTUPINFO.lpAttributeList
<https://docs.python.org/3/library/subprocess.html#subprocess.STARTUPINFO.lpAttributeList>`_,
`os.get_handle_inheritable
<https://docs.python.org/3/library/os.html#os.get_handle_inheritable>`_.
"""

# %%
# A file, its handle, and a program that tries both.

# requires: msvcrt
import os
import subprocess
import sys
import tempfile

try:
    import msvcrt
except ImportError:
    print("nothing to see here: this Python has no msvcrt (Windows only)")
    raise SystemExit from None

PROGRAM = """
import msvcrt, os, sys
number, handle = map(int, sys.argv[1:])
for name, fd in ("number", lambda: number), (
    "handle", lambda: msvcrt.open_osfhandle(handle, os.O_RDONLY)
):
    try:
        os.lseek(fd(), 0, os.SEEK_SET)
        print(name, "reads", os.read(fd(), 100))
    except OSError as error:
        print(name, "fails:", error.strerror)
"""
file = tempfile.TemporaryFile(buffering=0)
file.write(b"hello")
for _ in range(60):  # High values, which mean nothing else in the child.
    fd = os.dup(file.fileno())
handle = msvcrt.get_osfhandle(fd)
with open("child.py", "w") as script:
    script.write(PROGRAM)
program = [sys.executable, "child.py", str(fd), str(handle)]

# %%
# The flag is the handle's. It can be set, cleared and set again while it is open.

print("as opened:", os.get_handle_inheritable(handle))
for flag in (True, False, True):
    os.set_inheritable(fd, flag)
    print("after", flag, "it is", os.get_handle_inheritable(handle))

# %%
# Inheritable, but ``subprocess`` lets no handle through by default.

subprocess.run(program)

# %%
# ``handle_list`` lets exactly this one through. The number means nothing there.

startup = subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]})
subprocess.run(program, startupinfo=startup)

# %%
# ``close_fds=False`` lets every inheritable handle through, so the flag decides.

subprocess.run(program, close_fds=False)
os.set_inheritable(fd, False)
subprocess.run(program, close_fds=False)

# %%
# ``os.spawnv`` lets them through as well.

os.set_inheritable(fd, True)
os.spawnv(os.P_WAIT, sys.executable, program)
file.close()
os.unlink("child.py")
