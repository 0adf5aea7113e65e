"""
Why does my own output raise BlockingIOError?
=============================================

Because a program that you started has switched its output to "do not
wait", and its output is yours. The switch belongs to the open file and
not to the descriptor, so it is thrown for all who share it.

Ruled by `open(2), "open file descriptions"
<https://man7.org/linux/man-pages/man2/open.2.html>`__,
`F_SETFL in fcntl(2)
<https://man7.org/linux/man-pages/man2/fcntl.2.html>`__ and
`os.set_blocking
<https://docs.python.org/3/library/os.html#os.set_blocking>`__.
"""

# requires: subprocess pass_fds

# %%
# A program and its output
# ------------------------
# The program gets the pipe as its standard output, as it would get a
# terminal. There it throws the switch, and ends.

import os
import subprocess
import sys

PROGRAM = "import os; os.set_blocking(1, False)"

reading, writing = os.pipe()
print("before, my end waits:", os.get_blocking(writing))
subprocess.run([sys.executable, "-c", PROGRAM], stdout=writing)
#> parent | after, my end waits: False
print("after, my end waits:", os.get_blocking(writing))

# %%
# What comes of it
# ----------------
# The program is long gone. When the pipe is full, a write now fails
# where it used to wait for the reader.

try:
    while True:
        os.write(writing, bytes(4096))
except BlockingIOError:
    #> parent | the pipe is full: BlockingIOError
    print("the pipe is full: BlockingIOError")
os.close(reading)
os.close(writing)

# %%
# The repair
# ----------
# Give the program an output of its own. Then it is its own matter.

reading, writing = os.pipe()
subprocess.run([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE)
#> parent | with a pipe of its own, mine waits: True
print("with a pipe of its own, mine waits:", os.get_blocking(writing))
os.close(reading)
os.close(writing)
