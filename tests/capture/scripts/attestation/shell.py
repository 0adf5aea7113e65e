"""
Shell
=====

Shells speak on both streams.
"""
# %%
import os
import subprocess

os.system("echo one; echo two >&2")
subprocess.run("echo three", shell=True)
os.system("echo four | cat; exit 0")
print("five")
