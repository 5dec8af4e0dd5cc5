import type { RunningServer } from "./start-server.ts";

const SIGNALS = ["SIGTERM", "SIGINT"] as const;

/** Resolves when the server has stopped after SIGTERM or SIGINT. A second signal ends the process at once. */
export async function stopOnSignals(server: RunningServer): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = (): void => {
      for (const signal of SIGNALS) {
        process.off(signal, stop);
        process.once(signal, () => process.exit(1));
      }
      resolve();
    };
    for (const signal of SIGNALS) process.once(signal, stop);
  });
  await server.close();
}
