"""
Writes by descriptor
====================

Standard output by its number.
"""
# %%
import os
import subprocess
import sys

with open(1, "w", closefd=False) as stream:
    print("by number", file=stream)
subprocess.run(["echo", "stdout=sys.stdout"], stdout=sys.stdout)
subprocess.run(["sh", "-c", "echo to descriptor 2 >&2"])
os.writev(1, [b"in ", b"two ", b"pieces\n"])
