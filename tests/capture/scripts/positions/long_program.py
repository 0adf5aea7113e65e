"""
Long program
============

A program begins in block 1 and ends in block 2.
"""
# %%
import subprocess

script = "echo begins; read line; echo ends"
program = subprocess.Popen(["sh", "-c", script], stdin=subprocess.PIPE)
watching = subprocess.run(["sleep", "0.1"])

# %%
# The second block.
print("second")
program.communicate(b"go on\n")
