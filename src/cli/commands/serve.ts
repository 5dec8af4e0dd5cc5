import type { Command } from "commander";
import { readConfig, settingsHelp } from "../../server/config.ts";
import type { CliContext } from "../cli-context.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";

/** `chokepoint serve`: starts the server and runs until it is told to stop. */
export function addServe(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  program
    .command("serve")
    .description("start the server: the API and its playground, health and metrics")
    .addHelpText("after", () => `\nEnvironment variables (and their defaults):\n${settingsHelp()}`)
    .action(async () => {
      const config = readConfig(context.env);
      // The other commands need none of the server: they start faster without it.
      const [{ startServer }, { stopOnSignals }] = await Promise.all([
        import("../../server/start-server.ts"),
        import("../../server/stop-on-signals.ts"),
      ]);
      const server = await startServer(config);
      context.print(`Chokepoint is at ${server.address}/graphql – open it in a browser; Ctrl+C stops it.`);
      await stopOnSignals(server);
      end(EXIT.good);
    });
}
