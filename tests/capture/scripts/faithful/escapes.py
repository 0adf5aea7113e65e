"""
Escapes
=======

Colours and titles of a terminal.
"""
# %%
print("\x1b[31mred\x1b[0m \x1b]0;title\x07")
print("\u202ereversed \u2028 separated \ufeff")
