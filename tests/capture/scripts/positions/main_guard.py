"""
Main guard
==========

The last block is guarded.
"""
# %%
def work():
    print("work")


# %%
# The guard.
if __name__ == "__main__":
    work()
