import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";

interface Java {
  readonly path: string;
  readonly major: number;
}

function below(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, "bin/java")) : [];
}

/** Where a Java may be, the user's own choice first. */
function candidates(): string[] {
  const { JAVA_HOME: javaHome, PATH: path } = process.env;
  const chosen = javaHome === undefined || javaHome === "" ? [] : [join(javaHome, "bin/java")];
  const onPath = (path ?? "").split(delimiter).map((folder) => join(folder, "java"));
  const found = [...chosen, ...onPath, ...below("/usr/lib/jvm"), ...below("/opt")].filter((file) =>
    existsSync(file),
  );
  return [...new Set(found.map((file) => realpathSync(file)))];
}

function majorOf(path: string): number | null {
  const { stderr } = spawnSync(path, ["-version"], { encoding: "utf8" });
  const match = /version "(\d+)/.exec(stderr);
  return match === null ? null : Number(match[1]);
}

/** The Java runtimes of this machine. */
function installedJavas(): Java[] {
  return candidates().flatMap((path) => {
    const major = majorOf(path);
    return major === null ? [] : [{ path, major }];
  });
}

export type JavaSearch = { readonly path: string } | { readonly path: null; readonly seen: string };

/** The first Java that fits; otherwise what there is, for the message. */
export function findJava(fits: (major: number) => boolean): JavaSearch {
  const javas = installedJavas();
  const fitting = javas.find(({ major }) => fits(major));
  if (fitting !== undefined) return { path: fitting.path };
  const seen = javas.map(({ path, major }) => `Java ${String(major)} (${path})`).join(", ");
  return { path: null, seen: seen === "" ? "no Java at all" : seen };
}
