"""
Why does subprocess.run wait although the command has ended?
============================================================

Because the command has left a program in the background, and that one
has the pipe of its output. Reading ends when the last copy is closed.

Ruled by `Popen.communicate
<https://docs.python.org/3/library/subprocess.html#subprocess.Popen.communicate>`__
and `pipe(7) <https://man7.org/linux/man-pages/man7/pipe.7.html>`__.
"""

# requires: subprocess pass_fds

# %%
# A command that starts a daemon
# ------------------------------
# The daemon is a ``cat`` that reads from us, so we can end it. A real
# one would run for weeks.

import socket
import subprocess


def start(redirection):
    ours, theirs = socket.socketpair()
    with theirs:
        number = theirs.fileno()
        shell = subprocess.Popen(
            f"cat <&{number} {redirection} {number}<&- & echo started",
            shell=True,
            stdout=subprocess.PIPE,
            pass_fds=[number],
        )
    print("the command has ended:", shell.wait() == 0)
    return shell, ours


def end(ours):
    """End the daemon, and wait until it has closed what it has."""
    ours.shutdown(socket.SHUT_WR)
    ours.recv(1)
    ours.close()


# %%
# The wait
# --------
# The command is done, but its output has no end. ``subprocess.run``
# would sit here as long as the daemon runs.

shell, daemon = start("")
try:
    shell.communicate(timeout=0.2)
except subprocess.TimeoutExpired:
    #> parent | no end of output: the daemon has the pipe
    print("no end of output: the daemon has the pipe")

end(daemon)
#> parent | the daemon has ended: b'started\n'
print("the daemon has ended:", shell.communicate()[0])

# %%
# The repair
# ----------
# Whoever starts a daemon sends its output somewhere else. Then the pipe
# ends with the command, while the daemon runs on.

shell, daemon = start(">/dev/null 2>&1")
#> parent | the daemon still runs: b'started\n'
print("the daemon still runs:", shell.communicate()[0])
end(daemon)
