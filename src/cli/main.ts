import { runCli } from "./run-cli.ts";

// A reader that has seen enough (`| head`) closes the pipe: no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

process.exitCode = await runCli(process.argv.slice(2), {
  print: (line) => console.log(line),
  report: (line) => console.error(line),
  env: process.env,
});
