import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import neo4j, { type Driver, type ManagedTransaction } from "neo4j-driver";
import { InvalidArgumentError } from "../../domain/errors.ts";
import { translateError, unavailable } from "./neo4j-errors.ts";
import type { Row, RunStatement } from "./neo4j-statement.ts";

export interface Neo4jOptions {
  /** `bolt://…` or `neo4j://…`, with `+s` for an encrypted connection. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Absent: the user's home database. */
  readonly database?: string;
  /** How long a call may take to find out that the server is away; 5,000 unless given. */
  readonly timeoutMilliseconds?: number;
}

/** Runs work in a transaction, which the driver repeats for a while when the server asks for it. */
export interface Neo4jConnection {
  readonly read: <T>(work: (run: RunStatement) => Promise<T>) => Promise<T>;
  readonly write: <T>(work: (run: RunStatement) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Opens nothing yet: the first call does. Throws InvalidArgumentError for an address that can't be one. */
export function connectNeo4j(options: Neo4jOptions): Neo4jConnection {
  const { database, timeoutMilliseconds = 5_000 } = options;
  // Three waits may follow one another: for the end of the retries, for a connection, for an answer to the probe.
  const share = Math.floor(timeoutMilliseconds * 0.4);
  const driver = makeDriver(options, share);
  const where = database === undefined ? {} : { database };
  const bookmarkManager = neo4j.bookmarkManager();
  const inTransaction = async <T>(
    mode: "executeRead" | "executeWrite",
    work: (run: RunStatement) => Promise<T>,
  ) => {
    const session = driver.session({ ...where, bookmarkManager });
    const life: SignsOfLife = { last: performance.now() };
    try {
      const result = session[mode](async (transaction) => work(runIn(transaction, life)));
      return await unlessAway(result, life, async () => isThere(driver, where, share), share);
    } catch (error) {
      throw translateError(error);
    } finally {
      // A session whose server hangs would never close; it is left to end by itself.
      session.close().catch(() => undefined);
    }
  };
  return {
    read: async (work) => inTransaction("executeRead", work),
    write: async (work) => inTransaction("executeWrite", work),
    close: async () => driver.close(),
  };
}

function makeDriver({ uri, user, password }: Neo4jOptions, share: number): Driver {
  try {
    // A fresh literal: the driver writes into it.
    return neo4j.driver(uri, neo4j.auth.basic(user, password), {
      disableLosslessIntegers: true,
      maxTransactionRetryTime: share,
      connectionTimeout: share,
      connectionAcquisitionTimeout: share,
      connectionLivenessCheckTimeout: 10_000,
      telemetryDisabled: true,
    });
  } catch (error) {
    const expectation = `an address such as bolt://localhost:7687 (${(error as Error).message})`;
    throw new InvalidArgumentError("NEO4J_URI", `"${uri}"`, expectation);
  }
}

/** When the server last answered, by the process's clock. */
interface SignsOfLife {
  last: number;
}

function runIn(transaction: ManagedTransaction, life: SignsOfLife): RunStatement {
  return async (statement, parameters = {}) => {
    const { records } = await transaction.run(statement, parameters);
    life.last = performance.now();
    return records.map((record) => record.toObject() as Row);
  };
}

/**
 * Waits for work as long as the server shows signs of life, by answers or when it is asked: slow is not away. A server that hangs, or
 * a network that swallows everything, closes no connection, so nothing else would ever end the wait.
 */
async function unlessAway<T>(
  work: Promise<T>,
  life: SignsOfLife,
  probe: () => Promise<boolean>,
  patience: number,
): Promise<T> {
  const end = new AbortController();
  const { signal } = end;
  const watch = async (): Promise<void> => {
    while (!signal.aborted) {
      const silentFor = performance.now() - life.last;
      if (silentFor < patience) {
        await sleep(patience - silentFor, undefined, { signal, ref: false });
        continue;
      }
      const asked = performance.now();
      if (await probe()) life.last = performance.now();
      else if (life.last < asked && !signal.aborted) throw unavailable("its server does not answer");
    }
  };
  // It settles with an error alone: when the work has ended it has nothing more to say.
  const away = new Promise<never>((_, reject) => {
    watch().catch(reject);
  });
  away.catch(() => undefined);
  work.catch(() => undefined);
  try {
    return await Promise.race([work, away]);
  } finally {
    end.abort();
  }
}

async function isThere(
  driver: Driver,
  where: { readonly database?: string },
  limit: number,
): Promise<boolean> {
  const answer = driver.getServerInfo({ ...where }).then(
    () => true,
    () => false,
  );
  return Promise.race([answer, silence(limit)]);
}

/** False after a time in which answers were listened for: where this process was busy, those that wait are heard first. */
async function silence(milliseconds: number): Promise<false> {
  await sleep(milliseconds, undefined, { ref: false });
  for (let turn = 0; turn < 3; turn += 1) await setImmediate();
  return false;
}
