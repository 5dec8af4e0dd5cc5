import { readFileSync } from "node:fs";

/** The parent of a process, where /proc tells it. */
function parentOf(pid: number): string {
  try {
    return /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${String(pid)}/status`, "utf8"))?.[1] ?? "";
  } catch {
    return "";
  }
}

/** This process's parent and grandparent: npm puts a shell in between, which outlives a killed npm. */
function lineage(): string {
  return `${String(process.ppid)} ${parentOf(process.ppid)}`;
}

/**
 * Calls back once when this process is asked to end: Ctrl-C, SIGTERM, a closed terminal, or the death of the process
 * that started it (npm killed, for example), which no signal tells.
 */
export function onceAskedToStop(stop: () => void): void {
  const lineageAtStart = lineage();
  let isAsked = false;
  const ask = (): void => {
    if (!isAsked) stop();
    isAsked = true;
  };
  const watch = setInterval(() => {
    if (lineage() !== lineageAtStart) ask();
  }, 500);
  watch.unref();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, ask);
}
