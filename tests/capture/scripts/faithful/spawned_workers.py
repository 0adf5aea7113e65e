"""
Spawned workers
===============

multiprocessing with spawn.
"""
# %%
import multiprocessing


def work(n):
    print("works on", n)
    return n * n


# %%
# The guard.
if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        print(pool.map(work, [2]))
    pool.join()
