"""
Main module
===========

Who am I?.
"""
"""The docstring of a module stands first, so this is a string."""
# %%
import __main__
import inspect
import os
import pickle
import sys


class Point:
    x: int = 1


print(__name__, __doc__, __package__, __spec__)
print(os.path.basename(__file__), [os.path.basename(word) for word in sys.argv])
print(os.path.samefile(sys.path[0], os.path.dirname(__file__)), sys.path[1:])
print(sorted(globals()), sorted(vars(__builtins__)) == sorted(dir(__builtins__)))
print(type(__loader__).__name__, __loader__.name, os.path.basename(__loader__.path))
print(__main__.Point is pickle.loads(pickle.dumps(Point)), Point.__module__)
print(inspect.getsource(Point), inspect.currentframe().f_lineno)

# %%
# The second block.
print(sorted(sys.modules))
print(sys.flags, sys.warnoptions, sys.dont_write_bytecode, sys.stdout.encoding)
