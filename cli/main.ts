import { forgetAmbientAws } from "./ambientAws.ts";
import { runCli } from "./runCli.ts";

// A reader that goes away (`keylab list | head -1`) is no error, nor is a terminal that was closed: neither may end a run
// that has something to tear down.
const gone = new Set(["EPIPE", "EIO"]);
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (!gone.has(error.code ?? "")) throw error;
  });
}

// Commands that want to know what the shell is set up for are told; no client and no engine finds it by itself.
const environment = { ...process.env };
forgetAmbientAws(process.env);

// The AWS SDK is pinned to a version that knows this Node.js; that later ones will not is no news for users.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

await runCli(process.argv.slice(2), {
  environment,
  workingFolder: process.cwd(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signals: process,
  finish: (exitCode) => {
    process.exitCode = exitCode;
  },
});
