import { expect, it, vi } from "vitest";
import { stopOnSignals } from "../../src/server/stop-on-signals.ts";

it.each(["SIGTERM", "SIGINT"] as const)(
  "closes the server on %s, once, and ends the process on a second signal",
  async (signal) => {
    let closed = (): void => undefined;
    const close = vi.fn<() => Promise<void>>(() => new Promise((resolve) => (closed = resolve)));
    const exit = vi.spyOn(process, "exit").mockImplementation(() => undefined as never);
    const listeners = process.listenerCount(signal);
    const stopped = stopOnSignals({ address: "", close });
    expect(close).not.toHaveBeenCalled();
    process.emit(signal);
    await vi.waitFor(() => expect(close).toHaveBeenCalledTimes(1));
    expect(exit).not.toHaveBeenCalled();
    process.emit(signal);
    expect(exit).toHaveBeenCalledWith(1);
    closed();
    await stopped;
    expect(close).toHaveBeenCalledTimes(1);
    expect(process.listenerCount(signal)).toBe(listeners);
    exit.mockRestore();
  },
);
