"""
What does a child inherit on Windows?
=====================================

Handles, and no descriptor numbers. A handle arrives when its flag is on
and the call lets handles through. The flag can be changed at any time.

Ruled by `Handle Inheritance
<https://learn.microsoft.com/windows/win32/sysinfo/handle-inheritance>`__,
`STARTUPINFO.lpAttributeList <https://docs.python.org/3/library/subprocess.html#subprocess.STARTUPINFO.lpAttributeList>`__
and `os.get_handle_inheritable
<https://docs.python.org/3/library/os.html#os.get_handle_inheritable>`__.
"""

# requires: msvcrt

# %%
# The child
# ---------
# This script is its own child: started with two numbers, it tries to
# read by the descriptor and by the handle, and says what came of it.

import os
import subprocess
import sys
import tempfile

try:
    import msvcrt
except ImportError:
    print("not run: this Python has no msvcrt, which is for Windows")
    raise SystemExit(0) from None


def attempt(name, descriptor):
    try:
        os.lseek(descriptor(), 0, os.SEEK_SET)
        print(name, "reads", os.read(descriptor(), 5))
    except OSError as error:
        print(name, "fails:", error.strerror)


if sys.argv[1:]:
    number, handle = map(int, sys.argv[1:])
    attempt("number", lambda: number)
    attempt("handle", lambda: msvcrt.open_osfhandle(handle, 0))
    raise SystemExit(0)

# %%
# The flag is the handle's
# ------------------------
# It is off at first. Then it is changed again and again;
# the descriptor and its handle always agree.

with tempfile.NamedTemporaryFile(delete=False) as file:
    file.write(b"hello")
# A small number or handle means something else in a child. The
# hundredth means nothing there.
opened = [os.open(file.name, os.O_RDONLY) for _ in range(100)]
number = opened[-1]
handle = msvcrt.get_osfhandle(number)
child = [sys.executable, __file__, str(number), str(handle)]

print("as opened:", os.get_handle_inheritable(handle))
for flag in (True, False, True):
    os.set_inheritable(number, flag)
    #> parent | after True: True
    print(f"after {flag}:", os.get_handle_inheritable(handle))

# %%
# Nothing by default
# ------------------
# The flag is on, but ``subprocess`` lets no handle through.

#> child | handle fails: Bad file descriptor
subprocess.run(child)

# %%
# One handle, by name
# -------------------
# ``handle_list`` lets this one through and no other. Its value is the
# same in the child. The descriptor number means nothing there.

startup = subprocess.STARTUPINFO()
startup.lpAttributeList = {"handle_list": [handle]}
#> child-2 | number fails: Bad file descriptor
#> child-2 | handle reads b'hello'
subprocess.run(child, startupinfo=startup)

# %%
# All handles, by their flags
# ---------------------------
# With ``close_fds=False`` the flag decides, here on and then off.

#> child-3 | handle reads b'hello'
subprocess.run(child, close_fds=False)
os.set_inheritable(number, False)
#> child-4 | handle fails: Bad file descriptor
subprocess.run(child, close_fds=False)

# %%
# os.spawnv
# ---------
# It goes by the flag as well. The number is lost all the same.

os.set_inheritable(number, True)
# Unlike subprocess it puts no quotes around words with spaces.
quoted = [f'"{word}"' for word in child]
#> child-5 | number fails: Bad file descriptor
#> child-5 | handle reads b'hello'
os.spawnv(os.P_WAIT, sys.executable, quoted)

for descriptor in opened:
    os.close(descriptor)
os.remove(file.name)
