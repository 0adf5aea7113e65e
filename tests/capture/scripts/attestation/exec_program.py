"""
Exec program
============

A fork becomes another program.
"""
# %%
import os

if os.fork() == 0:
    os.execvp("printf", ["printf", "a program\\n"])
os.wait()
print("the script")
