"""
Must I mark a pipe inheritable before I fork?
=============================================

No, the child has both ends without that.
What you must do is close the end you do not use: while one writing end is open
anywhere, a reader never sees the end of the file.

The rules: `os.pipe <https://docs.python.org/3/library/os.html#os.pipe>`_,
`pipe(7) <https://man7.org/linux/man-pages/man7/pipe.7.html>`_,
`fork(2) <https://man7.org/linux/man-pages/man2/fork.2.html>`_.
"""

# %%
# Both ends are born not inheritable.

# requires: os.fork
import os

reading, writing = os.pipe()
#> parent | inheritable: False False
print("inheritable:", os.get_inheritable(reading), os.get_inheritable(writing))

# %%
# The forked child receives what the parent sends.

if os.fork() == 0:
    os.close(writing)
    print("received", os.read(reading, 100))  #> child | received b'hello'
    print("then", os.read(reading, 100))  #> child | then b''
    os._exit(0)
os.close(reading)
os.write(writing, b"hello")
os.close(writing)
os.wait()

# %%
# The same with the roles exchanged, and a child that forgets its writing end. The
# parent has closed its own. It is told to try again later, not that this is the end.

reading, writing = os.pipe()
wait, go = os.pipe()
os.write(writing, b"hello")
if os.fork() == 0:
    os.close(go)
    os.read(wait, 1)  # Until the parent closes its end of this other pipe.
    os._exit(0)
os.close(writing)
os.set_blocking(reading, False)
print("received", os.read(reading, 100))
try:
    print("then", os.read(reading, 100))
except BlockingIOError:
    #> parent | no end of file: somebody can still write
    print("no end of file: somebody can still write")

os.close(go)
os.wait()
#> parent | after the child ended: b''
print("after the child ended:", os.read(reading, 100))
