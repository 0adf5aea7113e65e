"""
Who writes?
===========

A Python, one that it starts, and the command processor.
"""

import os
import subprocess
import sys

print("I am cmd.exe")
print("I complain", file=sys.stderr)
says = "import sys; print('I am the parent'); print('so do I', file=sys.stderr)"
subprocess.run([sys.executable, "-c", says])

# %%
# In the second block

os.system("echo I am python.exe")
