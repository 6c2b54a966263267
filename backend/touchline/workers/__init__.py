"""Work has a budget: whatever computes for long does so in processes that can be killed.

`pool.py` is the way in: a `Job` (`job.py`) goes into a fair queue (`queue.py`), and from there to a
worker (`worker.py`), which answers within its time and memory or is ended. `starting.py` starts
workers, on Linux as forks of a warm process (`template.py`); `child.py` is what runs in each.
"""
