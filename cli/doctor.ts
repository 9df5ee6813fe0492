import { join } from "node:path";
import { UserError } from "../errors/userError.ts";
import { alignColumns } from "../reporters/text/alignColumns.ts";
import { examineToolchain } from "../toolchain/examineToolchain.ts";
import type { Finding } from "../toolchain/examineToolchain.ts";
import { AwsStates, isRunning } from "./aws/awsState.ts";
import { print } from "./context.ts";
import type { Context } from "./context.ts";
import { keylabFolder, makePrivateFolder } from "./keylabFolder.ts";

/** Prints what Keylab needs and what was found; the exit code is 1 if `keylab run` could not work. */
export async function doctor(context: Context): Promise<void> {
  const findings = [
    ...(await examineToolchain({ environment: context.environment })),
    await examineBackend(context),
    await examineTarget(),
    ...(await examineServers(context)),
  ];
  for (const line of alignColumns(findings.map(({ name, status, detail }) => [name, status, detail]))) {
    print(context, line);
  }
  const toMend = findings.filter(({ status, mend }) => status !== "ok" && mend !== undefined);
  if (toMend.length > 0) print(context, "");
  for (const { name, mend } of toMend) print(context, `To mend ${name}: ${mend ?? ""}`);
  const isBroken = findings.some(({ status, required }) => required && status !== "ok");
  print(context, "");
  print(context, isBroken ? "`keylab run` cannot work yet." : "`keylab run` can work.");
  if (isBroken) context.finish(1);
}

/** The state of Pulumi lies in files of ours. */
async function examineBackend(context: Context): Promise<Finding> {
  const name = "Backend";
  const runs = join(keylabFolder(context), "runs");
  try {
    await makePrivateFolder(runs);
    return { name, status: "ok", detail: `files under ${runs}`, required: true };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { name, status: "wrong", detail: error.message, mend: error.nextStep, required: true };
  }
}

/** Starts the embedded AWS, asks it whether it is well, and stops it. */
async function examineTarget(): Promise<Finding> {
  const name = "Target";
  const detail = "local: the embedded AWS, starts and answers on 127.0.0.1";
  const { localTarget } = await import("../targets/localTarget.ts");
  try {
    const session = await localTarget().open();
    await session.close();
    return { name, status: "ok", detail, required: true };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const mend = "allow Keylab to listen on 127.0.0.1";
    return { name, status: "wrong", detail: `local: does not start (${problem})`, mend, required: true };
  }
}

/** What `keylab aws start` left word of in this folder. */
async function examineServers(context: Context): Promise<Finding[]> {
  const states = new AwsStates(keylabFolder(context));
  const name = "Embedded AWS";
  return Promise.all(
    (await states.ports()).map(async (port): Promise<Finding> => {
      const state = await states.read(port);
      if (state !== undefined && (await isRunning(state))) {
        return { name, status: "ok", detail: `runs at ${state.url} (process ${state.pid})`, required: false };
      }
      const mend = `npx keylab aws start --port ${port}`;
      return { name, status: "missing", detail: `on port ${port} does not run any more`, mend, required: false };
    }),
  );
}
