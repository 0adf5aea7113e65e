"""Run the examples, let the kernel say who wrote what, keep records, show them.

Three layers, imported in one direction only:

``core``     what an example, a record and a rule are; no Sphinx, no pytest
``capture``  runs an example in an interpreter of its own and attests its output
``site``     the Sphinx extension; ``suite`` is the pytest plugin beside it

See ``docs/design.md`` for the picture.
"""
