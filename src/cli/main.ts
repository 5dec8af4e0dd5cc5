import { runCli } from "./run-cli.ts";

process.exitCode = await runCli(process.argv.slice(2), {
  print: (line) => console.log(line),
  report: (line) => console.error(line),
  env: process.env,
});
