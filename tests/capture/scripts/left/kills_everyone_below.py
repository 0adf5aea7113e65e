"""
Kills everyone below
====================

It kills the group of a child.
"""
# %%
import os
import signal
import subprocess

program = subprocess.Popen(["/bin/sleep", "1000"], process_group=0)
os.killpg(program.pid, signal.SIGKILL)
print(program.wait())
