"""
Two programs
============

Two programs that sleep.
"""
# %%
import subprocess

for seconds in ("1000", "2000"):
    subprocess.Popen(["/bin/sleep", seconds])
