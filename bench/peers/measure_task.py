"""Prints one line of JSON for each task; the process that started this one reads it."""

import json
import resource
import sys
import time
from pathlib import Path

import numpy


class Network:
    """The arcs with what hangs on them, and the work, from the files that the benchmark wrote."""

    def __init__(self, folder):
        def read(name, kind):
            return numpy.fromfile(Path(folder) / name, dtype=kind)

        work = json.loads((Path(folder) / "work.json").read_text())
        self.node_count = work["nodeCount"]
        self.workload = work["workload"]
        self.dependents = read("dependents", "<u4")
        self.providers = read("providers", "<u4")
        self.lead_times = read("leadTimes", "<f8")


def tell(**line):
    print(json.dumps(line), flush=True)


WARM_UP_MILLISECONDS = 100


def measure(task, inputs, run):
    """Runs a task once for each input and tells times and answers; quick work is done for a while before it is timed."""
    tell(started=task)

    def timed(one):
        start = time.perf_counter()
        answer = run(one)
        return 1000 * (time.perf_counter() - start), [float(value) for value in answer]

    start = time.perf_counter()
    before = time.process_time()
    runs = [timed(inputs[0])]
    if runs[0][0] < WARM_UP_MILLISECONDS / 2:
        while 1000 * (time.perf_counter() - start) < WARM_UP_MILLISECONDS:
            for one in inputs:
                run(one)
        before = time.process_time()
        runs = []
    runs += [timed(one) for one in inputs[len(runs) :]]
    cpu = 1000 * (time.process_time() - before)
    tell(task=task, wall=[wall for wall, _ in runs], cpu=cpu, answers=[answer for _, answer in runs])


def once(task, run):
    measure(task, [None], lambda _: run())


def hash_of_dominators(pairs):
    """Pairs of a node and its immediate dominator, the root left out."""
    return float(sum(int(d) * (int(v) % 97 + 1) for v, d in pairs))


def tell_memory():
    tell(memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)


def folder():
    return sys.argv[1]
