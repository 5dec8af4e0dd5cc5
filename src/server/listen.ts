import type { FastifyInstance } from "fastify";
import { InvalidArgumentError } from "../domain/errors.ts";
import type { Config } from "./config.ts";

/**
 * Starts to listen and gives the address to open, with the real port. Throws InvalidArgumentError, naming the variable, when
 * the system refuses the host or the port.
 */
export async function listen(
  app: FastifyInstance,
  { host, port }: Pick<Config, "host" | "port">,
): Promise<string> {
  try {
    const address = await app.listen({ host, port });
    // A server on every address is reached at this one too.
    return address.replace(/\/\/(?:0\.0\.0\.0|\[::\])/, "//127.0.0.1");
  } catch (error) {
    throw refusal(error, host, port) ?? error;
  }
}

function refusal(error: unknown, host: string, port: number): InvalidArgumentError | null {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "EADDRINUSE":
      return new InvalidArgumentError(
        "CHOKEPOINT_PORT",
        `${port}, which another program uses already`,
        "a free port, or 0 for any",
      );
    case "EACCES":
      return new InvalidArgumentError(
        "CHOKEPOINT_PORT",
        `${port}, which this user may not open`,
        "a port above 1023, or 0 for any",
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new InvalidArgumentError("CHOKEPOINT_HOST", `"${host}"`, "an address of this machine");
    default:
      return null;
  }
}
