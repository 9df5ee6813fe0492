import { UserError } from "../../errors/userError.ts";
import type { PreparedClaim } from "../../runner/sweep/findClaimsOn.ts";
import { ask } from "../ask.ts";
import { counted } from "../aws/counted.ts";
import { print, remark, type Context } from "../context.ts";
import { listenForInterruption } from "../interruption.ts";
import { keylabFolder } from "../keylabFolder.ts";
import { readBackend, type BackendOptions } from "../run/readBackend.ts";
import { preparePlace } from "../run/preparePlace.ts";
import { openTarget } from "../run/openTarget.ts";
import { readTarget, textOf, type EntryOptions, type TargetChoice } from "../run/targetChoice.ts";
import { scenarioRegions } from "./scenarioRegions.ts";
import { sweepPrepared } from "./sweepPrepared.ts";

/** What `keylab sweep` was told. */
export interface SweepOptions extends EntryOptions, BackendOptions {
  readonly target: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

/**
 * Removes what runs that were killed, kept things, or have expired have left on a target. Sets the exit code: 0 if nothing is left, 1
 * if something is.
 *
 * @throws UserError for wrong usage, where the target cannot be entered, and where nobody says yes.
 */
export async function sweep(options: SweepOptions, context: Context): Promise<void> {
  const choice = readTarget(options.target, options);
  const backend = readBackend(options, choice, context.environment);
  if (choice.kind === "local") return sweepLocal(options, context);
  const interruption = listenForInterruption(context.signals, () =>
    remark(context, "Stopping after what is under way. Sweep again for the rest."),
  );
  const { signal } = interruption;
  try {
    const target = await openTarget(choice, context);
    const { lasting } = target;
    if (!lasting) throw new Error(`${textOf(choice)} ends with the process.`);
    const { findClaimsOn } = await import("../../runner/sweep/findClaimsOn.ts");
    const folder = keylabFolder(context);
    const claims = await findClaimsOn(lasting, await scenarioRegions(), { folder, kept: true });
    tellPrepared(claims, choice, context);
    if (claims.length === 0 || options.dryRun === true) return;
    await confirm(claims, options, signal, context);
    const say = (line: string) => remark(context, line);
    const place = await preparePlace({ target, signal, say }, context);
    const isClean = await sweepPrepared(claims, { ...place, backend, lasting }, (line) => print(context, line));
    if (!isClean) context.finish(1);
    signal.throwIfAborted();
  } finally {
    interruption.stop();
  }
}

/** What ends with the process leaves no more than files. */
async function sweepLocal({ dryRun = false }: SweepOptions, context: Context): Promise<void> {
  print(
    context,
    "The target local ends with the process: a run that was killed leaves nothing on it but its files here.",
  );
  const folder = keylabFolder(context);
  if (!dryRun) {
    const { sweepLocalRuns } = await import("../../runner/sweep/sweepLocalRuns.ts");
    for (const path of await sweepLocalRuns(folder)) print(context, `removed  ${path}`);
  }
  const { readRuns } = await import("../../runner/journal/readRuns.ts");
  const others = (await readRuns(folder)).filter(
    ({ lasting, scenarios }) => lasting && scenarios.some(({ left }) => left !== "nothing"),
  );
  for (const url of new Set(others.map(({ target }) => target))) {
    print(context, `Runs on ${url} may have left something: keylab sweep --target ${url}`);
  }
}

function tellPrepared(claims: readonly PreparedClaim[], choice: TargetChoice, context: Context): void {
  if (claims.length === 0) return print(context, `No run has left anything at ${textOf(choice)}.`);
  for (const { claim, items } of claims) {
    print(context, `${claim.mark.scenario}, run ${claim.mark.run}: ${counted(items.length, "resource")}`);
    for (const item of items) print(context, `  ${item}`);
  }
}

async function confirm(
  claims: readonly PreparedClaim[],
  { yes = false }: SweepOptions,
  signal: AbortSignal,
  context: Context,
): Promise<void> {
  if (yes || claims.every(({ items }) => items.length === 0)) return;
  if (context.stdin.isTTY !== true || context.stderr.isTTY !== true) {
    throw new UserError("There is no terminal to ask whether these may be removed.", "Pass --yes if they may.");
  }
  if (!/^y(es)?$/i.test((await ask("Remove them? [y/N] ", signal, context)).trim())) {
    throw new UserError("Nothing was removed.", "keylab sweep --dry-run shows what would be.", 1);
  }
}
