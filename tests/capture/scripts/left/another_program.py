"""
Another program
===============

A program without our environment and folder.
"""
# %%
import subprocess

subprocess.Popen(["/bin/sleep", "1000"], env={}, cwd="/", start_new_session=True)
print("done")
