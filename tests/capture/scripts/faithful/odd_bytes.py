"""
Odd bytes
=========

Bytes that are not UTF-8.
"""
# %%
import os

os.write(1, b"\xff\xfe caf\xe9\n")
os.write(1, "é in UTF-8, half of it \n".encode()[:1])
os.write(1, "é\n".encode()[1:])
os.write(1, b"NUL \0, bell \a, return\rback, form\ffeed\n")
