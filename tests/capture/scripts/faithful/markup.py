"""
Markup
======

Text that looks like markup.
"""
# %%
print("<script>alert('no')</script> <b>bold</b> &amp;")
print(".. raw:: html")
print("")
print("   |evil| `link <x>`_ **bold** :ref:`x`")
print("-- block 2 --")
print("parent | I am a line of a record")
print("-- end --")
print("ends in a backslash \\")
print("ends in a space ")
