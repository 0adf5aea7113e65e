"""
Which ways of starting a program pass a handle on?
==================================================

``os.spawnv``, ``os.system`` and ``subprocess`` with ``close_fds=False``
pass those whose flag is on. ``subprocess`` by itself and ``os.popen``
pass none.

Ruled by `Inheritance of File Descriptors
<https://docs.python.org/3/library/os.html#fd-inheritance>`__ and
`subprocess.Popen
<https://docs.python.org/3/library/subprocess.html#subprocess.Popen>`__.
The same elsewhere: :doc:`/gallery/ways/ways_to_start_a_child`.
"""

# requires: msvcrt

# %%
# The question
# ------------
# Each way is tried twice. The child is told the value of a handle, so
# large that it cannot have opened that one by itself.

import msvcrt
import os
import subprocess
import sys
import tempfile

PROGRAM = """
import msvcrt, os, sys
handle, flag, way = sys.argv[1:]
try:
    number = msvcrt.open_osfhandle(int(handle), os.O_RDONLY)
    os.lseek(number, 0, os.SEEK_SET)
    state = "open" if os.read(number, 5) == b"hello" else "another file"
except OSError:
    state = "closed"
print(f"{way} | flag {flag} | {state}")
"""

folder = tempfile.TemporaryDirectory()
script = os.path.join(folder.name, "child.py")
with open(script, "w") as file:
    file.write(PROGRAM)
greeting = tempfile.TemporaryFile(buffering=0)
greeting.write(b"hello")
copies = [os.dup(greeting.fileno()) for _ in range(100)]
HANDLE = msvcrt.get_osfhandle(copies[-1])


def ask(way, start):
    """Start the program with the flag off, and with it on."""
    for flag in ("off", "on"):
        os.set_handle_inheritable(HANDLE, flag == "on")
        start([sys.executable, script, str(HANDLE), flag, way])


# %%
# The os module
# -------------
# ``os.spawnv`` starts the program itself, ``os.system`` starts the
# command processor, which starts it. Both go by the flag. ``os.popen``
# is made of ``subprocess``, and closes everything.

quoted = subprocess.list2cmdline


def spawn(words):
    words = [quoted([word]) for word in words]
    os.spawnv(os.P_WAIT, sys.executable, words)


#> child-2 | os.spawnv | flag on | open
ask("os.spawnv", spawn)
#> child-4 | os.system | flag on | open
ask("os.system", lambda words: os.system(f'"{quoted(words)}"'))
#> child-6 | os.popen | flag on | closed
ask("os.popen", lambda words: os.popen(quoted(words), "w").close())

# %%
# The subprocess module
# ---------------------
# By default nothing but the standard streams gets through. With
# ``close_fds=False`` the flag decides.

#> child-8 | subprocess | flag on | closed
ask("subprocess", subprocess.run)
ask(
    "subprocess, shell=True",
    lambda words: subprocess.run(words, shell=True),
)

#> child-12 | subprocess, close_fds=False | flag on | open
ask(
    "subprocess, close_fds=False",
    lambda words: subprocess.run(words, close_fds=False),
)

for copy in copies:
    os.close(copy)
greeting.close()
folder.cleanup()
