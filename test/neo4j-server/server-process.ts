import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface ServerCommand {
  readonly java: string;
  readonly libraries: string;
  readonly mainClass: string;
  readonly boltPort: number;
  readonly httpPort: number;
  /** Further lines of the configuration. */
  readonly settings: readonly string[];
  /** It runs long enough, or is measured, so that Java's second compiler pays. */
  readonly isLongLived: boolean;
}

export interface ServerProcess {
  readonly hasEnded: () => boolean;
  readonly lastWords: () => string;
  /** Ends the server, waits for it and removes its home folder. */
  readonly stop: () => Promise<void>;
}

const opened = ["java.nio", "java.io", "sun.nio.ch", "java.util.concurrent"];

/**
 * Runs the server until the pipe on standard input is closed, which happens too when the process that opened it is
 * killed; then ends it and removes its home. By force, since nothing in the store is kept and an orderly end takes
 * 10 s. Standard output stays open exactly as long as the server runs, so its end tells that the server is gone.
 */
const keeper = `
home="$1"; shift
"$@" </dev/null & server=$!
exec >/dev/null 2>&1
cat
kill -9 "$server"
wait "$server"
rm -rf "$home"
`;

function configuration({ boltPort, httpPort, settings }: ServerCommand): string {
  return `server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${String(boltPort)}
server.http.listen_address=127.0.0.1:${String(httpPort)}
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.heap.initial_size=512m
server.memory.heap.max_size=1g
server.memory.pagecache.size=256m
${settings.join("\n")}
`;
}

function newHome(command: ServerCommand): string {
  const home = mkdtempSync(join(tmpdir(), "chokepoint-neo4j-"));
  mkdirSync(join(home, "conf"));
  writeFileSync(join(home, "conf/neo4j.conf"), configuration(command));
  return home;
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-25).join("\n");
}

/** Starts the Java process on a fresh home folder; does not wait until it answers. */
export function spawnServer(command: ServerCommand): ServerProcess {
  const home = newHome(command);
  const java = [
    command.java,
    "-Xmx1g",
    // A server that lives for minutes: what the second compiler makes faster would take half of the processor all that time.
    ...(command.isLongLived ? [] : ["-XX:TieredStopAtLevel=1"]),
    ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    "--enable-native-access=ALL-UNNAMED",
    "-cp",
    join(command.libraries, "*"),
    command.mainClass,
    `--home-dir=${home}`,
    `--config-dir=${join(home, "conf")}`,
  ];
  // A process group of its own: a Ctrl-C in the terminal reaches this process, which ends the server in order.
  const child = spawn("sh", ["-c", keeper, "sh", home, ...java], { detached: true, stdio: "pipe" });
  const hasClosed = once(child, "close");
  let said = "";
  let hasEnded = false;
  const keep = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-20_000);
  };
  child.stdout.on("data", keep).on("end", () => (hasEnded = true));
  child.stderr.on("data", keep);
  child.stdin.on("error", () => {
    hasEnded = true;
  });
  return {
    hasEnded: () => hasEnded,
    lastWords: () => {
      const log = join(home, "logs/neo4j.log");
      return lastLines(`${existsSync(log) ? readFileSync(log, "utf8") : ""}\n${said}`);
    },
    stop: async () => {
      child.stdin.end();
      await hasClosed;
    },
  };
}
