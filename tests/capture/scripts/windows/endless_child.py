"""
Who ends?
=========

Nobody does.
"""

import subprocess
import sys

print("endless", flush=True)
subprocess.run([sys.executable, "-c", "while True: pass"])
