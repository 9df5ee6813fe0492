import { UserError } from "../../errors/userError.ts";
import { printable } from "../../reporters/text/printable.ts";
import type { Context } from "../context.ts";
import { keylabFolder } from "../keylabFolder.ts";
import { AwsStates, isRunning } from "./awsState.ts";
import type { AwsState } from "./awsState.ts";
import { defaultPort } from "./defaults.ts";

/** Which embedded AWS a command is about. */
export interface WhichAws {
  readonly port?: number;
  /** Its URL, instead of the port. */
  readonly target?: string;
}

/**
 * The embedded AWS that `keylab aws start` started from the same folder.
 *
 * @throws UserError when it does not run, and for a URL that is not one of this machine.
 */
export async function runningAws({ port, target }: WhichAws, context: Context): Promise<AwsState> {
  const wanted = target === undefined ? (port ?? defaultPort) : portOf(target);
  const state = await new AwsStates(keylabFolder(context)).read(wanted);
  if (state !== undefined && (await isRunning(state))) return state;
  const option = wanted === defaultPort ? "" : ` --port ${wanted}`;
  throw new UserError(
    `No embedded AWS that was started from this folder runs on port ${wanted}.`,
    `Start it in a terminal of its own, in this folder: npx keylab aws start${option}`,
    1,
  );
}

/** Only the embedded AWS of this machine can be asked. */
function portOf(target: string): number {
  const url = URL.canParse(target) ? new URL(target) : undefined;
  if (url?.protocol === "http:" && ["127.0.0.1", "localhost"].includes(url.hostname)) return Number(url.port);
  throw new UserError(
    `The target ${printable(target)} is not the URL of an embedded AWS on this machine.`,
    "Give the URL that keylab aws start has printed, such as http://127.0.0.1:4566.",
  );
}
