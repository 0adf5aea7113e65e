"""
Forkserver
==========

multiprocessing with a fork server.
"""
# %%
import multiprocessing


def work():
    print("works")


# %%
# The guard.
if __name__ == "__main__":
    context = multiprocessing.get_context("forkserver")
    process = context.Process(target=work)
    process.start()
    process.join()
    print("status", process.exitcode)
