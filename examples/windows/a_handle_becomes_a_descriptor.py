"""
What does the child do with a handle?
=====================================

``msvcrt.open_osfhandle`` makes a descriptor of it, and ``open`` a file
of that. Closing the file closes the handle as well.

Ruled by `msvcrt.open_osfhandle
<https://docs.python.org/3/library/msvcrt.html#msvcrt.open_osfhandle>`__
and `msvcrt.get_osfhandle
<https://docs.python.org/3/library/msvcrt.html#msvcrt.get_osfhandle>`__.
"""

# requires: msvcrt

# %%
# The child
# ---------
# It is told a handle and nothing else. From the number that it makes
# on, all is as everywhere.

import msvcrt
import os
import subprocess
import sys

PROGRAM = """
import msvcrt, os, sys
handle = int(sys.argv[1])
number = msvcrt.open_osfhandle(handle, os.O_RDONLY)
print("the handle of the number is the one given:",
      msvcrt.get_osfhandle(number) == handle)
with open(number, "rb") as file:
    print("got", file.read(), "and then the end")
try:
    os.get_handle_inheritable(handle)
except OSError as error:
    print("the handle, after the file:", error.strerror)
"""

# %%
# One end of a pipe
# -----------------
# The writing end is closed here, and the child never had it: so the
# child sees the end of the pipe.

reading, writing = os.pipe()
os.write(writing, b"launch code")
os.close(writing)

handle = msvcrt.get_osfhandle(reading)
os.set_handle_inheritable(handle, True)
startup = subprocess.STARTUPINFO()
startup.lpAttributeList = {"handle_list": [handle]}
#> child | got b'launch code' and then the end
subprocess.run(
    [sys.executable, "-c", PROGRAM, str(handle)], startupinfo=startup
)
os.close(reading)
