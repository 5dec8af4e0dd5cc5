import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readConfig, settingsHelp, settingsTable } from "../../src/server/config.ts";
import { findCurator } from "../../src/server/curator-tokens.ts";
import { SETTINGS } from "../../src/server/settings.ts";

describe("the configuration", () => {
  it("has a default for everything", () => {
    expect(readConfig({})).toMatchObject({
      host: "127.0.0.1",
      port: 4000,
      store: "embedded",
      dataDir: "./data",
      dataset: "./seed",
      tokens: [],
      introspection: true,
      playground: true,
      warnings: [],
    });
  });

  it("takes an empty variable for one that is not set", () => {
    const empty = Object.fromEntries(Object.values(SETTINGS).map(({ variable }) => [variable, ""]));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it("reads what is set", () => {
    const config = readConfig({
      CHOKEPOINT_PORT: "0",
      CHOKEPOINT_STORE: "neo4j",
      CHOKEPOINT_PLAYGROUND: "off",
      CHOKEPOINT_INTROSPECTION: "FALSE",
      CHOKEPOINT_MAX_COST: "123",
    });
    expect(config).toMatchObject({
      port: 0,
      store: "neo4j",
      playground: false,
      introspection: false,
      maxCost: 123,
    });
  });

  it.each([
    ["CHOKEPOINT_PORT", "http", 'CHOKEPOINT_PORT is "http"; expected a whole number from 0 to 65535'],
    ["CHOKEPOINT_PORT", "70000", 'CHOKEPOINT_PORT is "70000"; expected a whole number from 0 to 65535'],
    ["CHOKEPOINT_STORE", "Neo4j", 'CHOKEPOINT_STORE is "Neo4j"; expected one of embedded, neo4j'],
    ["CHOKEPOINT_PLAYGROUND", "maybe", 'CHOKEPOINT_PLAYGROUND is "maybe"; expected true or false'],
    ["CHOKEPOINT_MAX_DEPTH", "-1", 'CHOKEPOINT_MAX_DEPTH is "-1"; expected a whole number from 1 to 1000'],
    [
      "CHOKEPOINT_MAX_COST",
      "1e3",
      'CHOKEPOINT_MAX_COST is "1e3"; expected a whole number from 1 to 1000000000',
    ],
    [
      "CHOKEPOINT_LOG_LEVEL",
      "loud",
      'CHOKEPOINT_LOG_LEVEL is "loud"; expected one of fatal, error, warn, info, debug, trace, silent',
    ],
    [
      "CHOKEPOINT_TRUSTED_PROXIES",
      "true",
      'CHOKEPOINT_TRUSTED_PROXIES is "true"; expected IP addresses or networks such as 10.0.0.0/8, with commas between',
    ],
    [
      "CHOKEPOINT_TRUSTED_PROXIES",
      "10.0.0.0/33",
      'CHOKEPOINT_TRUSTED_PROXIES is "10.0.0.0/33"; expected IP addresses or networks such as 10.0.0.0/8, with commas between',
    ],
    [
      "CHOKEPOINT_TRUSTED_PROXIES",
      "127.0.0.1,",
      'CHOKEPOINT_TRUSTED_PROXIES is "127.0.0.1,"; expected IP addresses or networks such as 10.0.0.0/8, with commas between',
    ],
    [
      "CHOKEPOINT_TRUSTED_PROXIES",
      "fd00::/8/9",
      'CHOKEPOINT_TRUSTED_PROXIES is "fd00::/8/9"; expected IP addresses or networks such as 10.0.0.0/8, with commas between',
    ],
  ])("stops at %s=%s and says why", (variable, value, message) => {
    expect(() => readConfig({ [variable]: value })).toThrow(message);
  });

  it("does not show a token that it can't read", () => {
    const read = (): unknown => readConfig({ CHOKEPOINT_TOKENS: "alice:short" });
    expect(read).toThrow("CHOKEPOINT_TOKENS is a value that is not shown here; expected name:token");
    expect(read).not.toThrow("short");
  });

  it("reads proxies by address and by network", () => {
    const read = (value: string): readonly string[] =>
      readConfig({ CHOKEPOINT_TRUSTED_PROXIES: value }).trustedProxies;
    expect(read("")).toEqual([]);
    expect(read("10.0.0.0/8, 127.0.0.1,fd00::/8")).toEqual(["10.0.0.0/8", "127.0.0.1", "fd00::/8"]);
  });

  it("names variables that it does not know", () => {
    expect(readConfig({ CHOKEPOINT_PROT: "1", PATH: "/bin" }).warnings).toEqual([
      'CHOKEPOINT_PROT is no setting of this server and has no effect; "serve --help" lists them',
    ]);
  });

  it("keeps curators by name and no token in the clear", () => {
    const { tokens } = readConfig({
      CHOKEPOINT_TOKENS: "alice:correct-horse, bob:battery-staple,nameless-token",
    });
    expect(tokens.map(({ name }) => name)).toEqual(["alice", "bob", "curator"]);
    expect(JSON.stringify(tokens)).not.toContain("horse");
    expect(findCurator(tokens, "battery-staple")?.name).toBe("bob");
    expect(findCurator(tokens, "battery-stapler")).toBeNull();
    expect(findCurator(tokens, "")).toBeNull();
  });

  it("is told whole by the help and by the manual", () => {
    const manual = readFileSync(new URL("../../docs/operating.md", import.meta.url), "utf8");
    const words = (text: string): string => text.replaceAll(/[\s|-]+/g, " ");
    expect(words(manual)).toContain(words(settingsTable()));
    for (const { variable } of Object.values(SETTINGS)) expect(settingsHelp()).toContain(variable);
  });
});
