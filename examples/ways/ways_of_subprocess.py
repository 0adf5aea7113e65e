"""
Which descriptors does subprocess pass on?
==========================================

By default none but the three standard streams, with or without a
shell. ``pass_fds`` adds the ones it names, and ``close_fds=False`` adds
all whose flag is on.

Ruled by `subprocess.Popen
<https://docs.python.org/3/library/subprocess.html#subprocess.Popen>`__.
"""

# requires: subprocess pass_fds
# requires: /dev/fd

# %%
# The question
# ------------
# Each way is tried twice. The child looks for a descriptor with a
# number so high that it cannot have opened that one by itself.

import os
import subprocess

NUMBER = os.dup2(0, 200)


def ask(way, command=("sh", "-c"), **options):
    """Run a shell that answers, with the flag off and with it on."""
    for flag in ("off", "on"):
        os.set_inheritable(NUMBER, flag == "on")
        look = f"test -e /dev/fd/{NUMBER} && is=open || is=closed"
        words = f'{look}; echo "{way} | flag {flag} | $is"'
        shell = "shell" in options
        subprocess.run(words if shell else [*command, words], **options)


# %%
# The default
# -----------
# ``close_fds=True`` closes everything above standard error in the
# child. The flag is not enough to get past it.

#> child-2 | subprocess | flag on | closed
ask("subprocess")
ask("subprocess, shell=True", shell=True)

# %%
# Going by the flag
# -----------------
# With ``close_fds=False`` the flag decides, as it does for ``exec``.

#> child-6 | subprocess, close_fds=False | flag on | open
ask("subprocess, close_fds=False", close_fds=False)

# %%
# Named for one child
# -------------------
# What ``pass_fds`` names arrives, whatever the flag says.

#> child-7 | subprocess, pass_fds | flag off | open
ask("subprocess, pass_fds", pass_fds=[NUMBER])

os.close(NUMBER)
