"""
What stays?
===========

A program that nobody waits for.
"""

import subprocess
import sys

subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print("I am gone")
