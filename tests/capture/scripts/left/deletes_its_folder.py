"""
Deletes its folder
==================

It deletes the folder it works in.
"""
# %%
import os

os.rmdir(os.getcwd())
try:
    os.getcwd()
except FileNotFoundError as error:
    print(type(error).__name__)
