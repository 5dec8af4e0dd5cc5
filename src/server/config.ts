import { InvalidArgumentError } from "../domain/errors.ts";
import type { Setting } from "./setting.ts";
import { SETTINGS } from "./settings.ts";

type Settings = typeof SETTINGS;
type Values = { readonly [K in keyof Settings]: Settings[K] extends Setting<infer T> ? T : never };

/** Everything that the environment says, read and checked. */
export interface Config extends Values {
  /** What is odd, but stops nothing. */
  readonly warnings: readonly string[];
}

/**
 * Reads the configuration of the server; an empty variable counts as unset.
 * Throws InvalidArgumentError for the first value that can't be used.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const values = Object.fromEntries(
    Object.entries<Setting<unknown>>(SETTINGS).map(([name, setting]) => [name, valueOf(setting, env)]),
  ) as unknown as Values;
  return { ...values, warnings: unknownVariables(env) };
}

function valueOf(setting: Setting<unknown>, env: Readonly<Record<string, string | undefined>>): unknown {
  const text = env[setting.variable] ?? "";
  const value = setting.read(text === "" ? setting.fallback : text);
  if (value !== undefined) return value;
  const shown = setting.isSecret === true ? "a value that is not shown here" : `"${text}"`;
  throw new InvalidArgumentError(setting.variable, shown, setting.expectation);
}

function unknownVariables(env: Readonly<Record<string, string | undefined>>): string[] {
  const known = new Set<string>(Object.values(SETTINGS).map(({ variable }) => variable));
  return Object.keys(env)
    .filter((name) => name.startsWith("CHOKEPOINT_") && !known.has(name))
    .map((name) => `${name} is no setting of this server and has no effect; "serve --help" lists them`);
}

/** The settings as aligned lines for `serve --help`. */
export function settingsHelp(): string {
  const settings = Object.values<Setting<unknown>>(SETTINGS);
  const width = Math.max(...settings.map(({ variable }) => variable.length));
  return settings
    .map(({ variable, meaning, expectation, fallback, documented = fallback }) => {
      const standard = documented === "" ? "" : ` (${documented})`;
      return `  ${variable.padEnd(width)}  ${meaning}${standard}\n  ${" ".repeat(width)}  ${expectation}`;
    })
    .join("\n");
}

/** The settings as rows of a Markdown table, for the manual. */
export function settingsTable(): string {
  const rows = Object.values<Setting<unknown>>(SETTINGS).map(
    ({ variable, meaning, expectation, fallback, documented = fallback && `\`${fallback}\`` }) =>
      `| \`${variable}\` | ${documented} | ${meaning} | ${expectation} |`,
  );
  return ["| variable | default | meaning | value |", "| --- | --- | --- | --- |", ...rows].join("\n");
}
