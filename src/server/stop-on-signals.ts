import type { RunningServer } from "./start-server.ts";

const SIGNALS = ["SIGTERM", "SIGINT"] as const;

/** Resolves when the server has stopped after SIGTERM or SIGINT. A second signal meanwhile ends the process at once. */
export async function stopOnSignals(server: RunningServer): Promise<void> {
  await firstSignal();
  const exit = (): void => process.exit(1);
  for (const signal of SIGNALS) process.once(signal, exit);
  try {
    await server.close();
  } finally {
    for (const signal of SIGNALS) process.off(signal, exit);
  }
}

function firstSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      for (const signal of SIGNALS) process.off(signal, stop);
      resolve();
    };
    for (const signal of SIGNALS) process.once(signal, stop);
  });
}
