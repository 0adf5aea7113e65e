"""
Which ways of the os module pass a descriptor on?
=================================================

``os.fork`` passes all of them. ``os.system``, ``os.spawnv``,
``os.posix_spawn`` and ``os.execv`` pass those whose flag is on.
``os.popen`` passes none.

Ruled by `Process Management
<https://docs.python.org/3/library/os.html#process-management>`__,
`fork(2) <https://man7.org/linux/man-pages/man2/fork.2.html>`__ and
`execve(2) <https://man7.org/linux/man-pages/man2/execve.2.html>`__.
"""

# requires: os.fork
# requires: os.posix_spawn
# requires: /dev/fd

# %%
# The question
# ------------
# Each way is tried twice. The child looks for a descriptor with a
# number so high that it cannot have opened that one by itself.

import os

NUMBER = os.dup2(0, 200)
FLAGS = ("off", "on")


def ask(way, flag):
    """Set the flag, and return the words by which a shell answers."""
    os.set_inheritable(NUMBER, flag == "on")
    look = f"test -e /dev/fd/{NUMBER} && is=open || is=closed"
    return ["sh", "-c", f'{look}; echo "{way} | flag {flag} | $is"']


# %%
# Fork alone
# ----------
# No program is started, so no flag is asked. The child answers itself.

for flag in FLAGS:
    ask("os.fork", flag)
    if (child := os.fork()) == 0:
        found = os.path.exists(f"/dev/fd/{NUMBER}")
        #> child | os.fork | flag off | open
        print(f"os.fork | flag {flag} |", "open" if found else "closed")
        os._exit(0)
    os.waitpid(child, 0)

# %%
# Fork, then exec
# ---------------
# The same fork, but the child turns into a program.

for flag in FLAGS:
    words = ask("os.fork, os.execv", flag)
    if (child := os.fork()) == 0:
        #> child-3 | os.fork, os.execv | flag off | closed
        os.execv("/bin/sh", words)
    os.waitpid(child, 0)

# %%
# Fork and exec in one call
# -------------------------
# Both calls start a program, so both go by the flag.

for flag in FLAGS:
    words = ask("os.posix_spawn", flag)
    child = os.posix_spawn("/bin/sh", words, os.environ)
    os.waitpid(child, 0)

for flag in FLAGS:
    os.spawnv(os.P_WAIT, "/bin/sh", ask("os.spawnv", flag))

# %%
# A shell
# -------
# ``os.system`` goes by the flag. ``os.popen`` is made of ``subprocess``
# and closes everything.

for flag in FLAGS:
    #> child-10 | os.system | flag on | open
    os.system(ask("os.system", flag)[2])

for flag in FLAGS:
    #> child-12 | os.popen | flag on | closed
    os.popen(ask("os.popen", flag)[2], "w").close()

os.close(NUMBER)
