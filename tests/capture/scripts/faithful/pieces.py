"""
Pieces
======

A line comes in pieces.
"""
# %%
import sys

for piece in ("one ", "line", "\n", "\n", "and\nmore\nof ", "them\n"):
    sys.stdout.write(piece)
print("print", "writes", "pieces", "too")
