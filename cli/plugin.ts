import { startPlugin } from "../targets/startPlugin.ts";
import { forgetAmbientAws } from "./ambientAws.ts";
import { tellError } from "./tellError.ts";

const parent = process.ppid;
const environment = { ...process.env };
// No client finds anything by itself: what counts is passed on.
forgetAmbientAws(process.env);
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

try {
  const { port } = await startPlugin(environment);
  // The engine reads the port from the first line (proto/pulumi/provider.proto of github.com/pulumi/pulumi) and ends the process;
  // should the engine itself be killed, nobody else would.
  process.stdout.write(`${port}\n`);
  setInterval(() => {
    if (process.ppid !== parent) process.exit();
  }, 1000);
} catch (error) {
  const { lines, exitCode } = tellError(error);
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = exitCode;
}
