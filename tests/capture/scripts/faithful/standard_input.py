"""
Standard input
==============

What does it read?.
"""
# %%
import sys

print(repr(sys.stdin.read()))
try:
    input("name? ")
except EOFError as error:
    print(type(error).__name__)
