import { once } from "node:events";
import { basename } from "node:path";
import { page } from "../../reporters/documents.ts";
import { UserError } from "../../errors/userError.ts";
import { print, remark, type Context } from "../context.ts";
import { listenForInterruption } from "../interruption.ts";
import { findRun } from "../runs/findRun.ts";
import { runsFolder } from "../runs/runsFolder.ts";
import { reportServer } from "./reportServer.ts";

/** Only this machine reaches it. */
const host = "127.0.0.1";

/**
 * Serves the reports of all runs until Ctrl-C.
 *
 * @param run whose report is pointed to; absent: that of none.
 * @throws UserError when there is no such run, or the port is in use.
 */
export async function serveReports(
  run: string | undefined,
  { port }: { readonly port: number },
  context: Context,
): Promise<void> {
  const path = run === undefined ? "" : `runs/${basename(await findRun(run, context))}/${page.file}`;
  const interruption = listenForInterruption(context.signals, () => remark(context, "Stopping."));
  const server = reportServer(runsFolder(context));
  try {
    const url = await server.listen({ host, port }).catch((error: unknown) => {
      throw portProblem(error, port) ?? error;
    });
    print(context, `Reports at ${url}/${path}`);
    print(context, "Ctrl-C stops it.");
    if (!interruption.signal.aborted) await once(interruption.signal, "abort");
  } finally {
    await server.close();
    interruption.stop();
  }
}

function portProblem(error: unknown, port: number): UserError | undefined {
  if (!(error instanceof Error) || !("code" in error) || error.code !== "EADDRINUSE") return undefined;
  return new UserError(`Port ${port} is in use.`, "Take a free one: npx keylab report serve --port 0", 1);
}
