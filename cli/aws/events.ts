import { setTimeout } from "node:timers/promises";
import picocolors from "picocolors";
import { UserError } from "../../errors/userError.ts";
import { printable } from "../../reporters/text/printable.ts";
import { loggedCalls, type LoggedCall } from "../../targets/loggedCalls.ts";
import { print, remark } from "../context.ts";
import type { Context } from "../context.ts";
import { Interrupted, listenForInterruption } from "../interruption.ts";
import { keylabFolder } from "../keylabFolder.ts";
import { AwsStates, isRunning, portOf } from "./awsState.ts";
import type { AwsState } from "./awsState.ts";
import { EventTable } from "./eventTable.ts";
import { isMeant, type EventFilter } from "./isMeant.ts";
import { runningAws, type WhichAws } from "./runningAws.ts";

/** What `keylab aws events` was told. */
export interface EventsOptions extends WhichAws, EventFilter {
  /** Whether to go on with each call as it ends. */
  readonly follow?: boolean;
  readonly json?: boolean;
}

/** Prints those calls that are meant, and says how many they were. */
type Tell = (calls: readonly LoggedCall[]) => number;

const longestWaitSeconds = 30;
const retryMs = 500;

/**
 * Prints the latest calls of an embedded AWS that a filter means, and follows them until Ctrl-C if told so, also when it is
 * started anew.
 *
 * @throws UserError when none runs, and for a service that it does not have.
 */
export async function events(options: EventsOptions, context: Context): Promise<void> {
  const { service } = options;
  if (service !== undefined) await refuseUnknownService(service);
  const state = await runningAws(options, context);
  const tell = teller(options, context);
  if (!options.follow) return tellOnce(state, tell, context);
  const interruption = listenForInterruption(context.signals, () => undefined);
  try {
    await follow(state, tell, interruption.signal, context);
  } catch (error) {
    // That is how following is ended.
    if (!(error instanceof Interrupted)) throw error;
  } finally {
    interruption.stop();
  }
}

async function refuseUnknownService(name: string): Promise<void> {
  const { serviceNames } = await import("../../targets/serviceNames.ts");
  const known = serviceNames();
  if (known.includes(name)) return;
  throw new UserError(
    `The embedded AWS does not have the service ${printable(name)}.`,
    `Name one of ${known.join(", ")}.`,
  );
}

function teller({ json, ...filter }: EventsOptions, context: Context): Tell {
  const { stdout, environment } = context;
  const table = new EventTable(picocolors.createColors(stdout.isTTY === true && stdout.hasColors(environment)));
  return (calls) => {
    const meant = calls.filter((call) => isMeant(call, filter));
    for (const line of json ? meant.map((call) => JSON.stringify(call)) : table.lines(meant)) print(context, line);
    return meant.length;
  };
}

async function tellOnce(state: AwsState, tell: Tell, context: Context): Promise<void> {
  const found = await loggedCalls(state, { after: 0, waitSeconds: 0 });
  if (!found) {
    throw new UserError(`The embedded AWS on port ${portOf(state)} does not run any more.`, "Start it again.", 1);
  }
  const { length } = found.events;
  if (tell(found.events) > 0) return;
  remark(context, length === 0 ? "Nobody has called yet." : `None of the latest ${length} calls is meant.`);
}

async function follow(first: AwsState, tell: Tell, signal: AbortSignal, context: Context): Promise<void> {
  const port = portOf(first);
  let state = first;
  let after = 0;
  // A reader that has gone away (`| head`) makes the output unwritable.
  while (context.stdout.writable) {
    const found = await loggedCalls(state, { after, waitSeconds: longestWaitSeconds, signal });
    if (found) {
      tell(found.events);
      after = found.last;
      continue;
    }
    remark(context, `The embedded AWS on port ${port} does not answer any more. Waiting until one is started there.`);
    state = await startedAnew(port, signal, context);
    after = 0;
    remark(context, "An embedded AWS runs there again: its calls follow.");
  }
}

async function startedAnew(port: number, signal: AbortSignal, context: Context): Promise<AwsState> {
  const states = new AwsStates(keylabFolder(context));
  for (;;) {
    await setTimeout(retryMs, undefined, { signal }).catch(() => signal.throwIfAborted());
    const state = await states.read(port);
    if (state && (await isRunning(state))) return state;
  }
}
