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


WARM_UP_MILLISECONDS = 200


def measure(task, inputs, run):
    """Runs a task once for each input and tells times and answers; quick work is done for a while before it is timed."""
    tell(started=task)

    def timed(one):
        before = time.process_time()
        start = time.perf_counter()
        answer = run(one)
        wall = 1000 * (time.perf_counter() - start)
        cpu = 1000 * (time.process_time() - before)
        return wall, cpu, [float(value) for value in answer]

    runs = [timed(inputs[0])]
    if runs[0][1] < WARM_UP_MILLISECONDS / 4:
        start = time.process_time()
        while 1000 * (time.process_time() - start) < WARM_UP_MILLISECONDS:
            for one in inputs:
                run(one)
        runs = []
    runs += [timed(one) for one in inputs[len(runs) :]]
    wall, cpu, answers = zip(*runs)
    tell(task=task, wall=wall, cpu=cpu, answers=answers)


def once(task, run):
    measure(task, [None], lambda _: run())


def hash_of_dominators(pairs):
    """Pairs of a node and its immediate dominator, the root left out."""
    return float(sum(int(d) * (int(v) % 97 + 1) for v, d in pairs))


def tell_memory():
    tell(memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)


def folder():
    return sys.argv[1]
