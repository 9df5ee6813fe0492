import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { Administrators } from "../administrators.ts";
import { Engine, type EngineOptions } from "../engine.ts";
import { Journal } from "../journal/journal.ts";
import { suffixOf } from "../marks/mark.ts";
import type { LastingTarget } from "../target.ts";
import { urnsOf, usedKeys } from "../usedKeys.ts";
import type { Claim, JournalClaim } from "./claim.ts";
import { lookAround } from "./lookAround.ts";
import { planSweep } from "./planSweep.ts";
import { removeAll, type Remaining } from "./removeAll.ts";
import { stopEngines } from "./stopEngines.ts";
import { withLock } from "../withLock.ts";

/** With what a claim is carried out. */
export interface SweepTools extends Pick<EngineOptions, "pulumi" | "pulumiHome" | "backend"> {
  readonly lasting: LastingTarget;
  /** Beyond the target's own. */
  readonly regions: readonly string[];
}

/** What came of a claim. */
export interface Swept {
  /** As the inventory has it. */
  readonly removed: readonly string[];
  readonly remaining: readonly Remaining[];
}

/**
 * Removes what a dead scenario run has left: first what the engine's state knows, then what its journal and tags tell. One thing
 * that cannot be removed does not stop the rest. Throws where the target cannot be entered.
 */
export async function sweepClaim(claim: Claim, tools: SweepTools): Promise<Swept> {
  const { journal, mark } = claim;
  if (!journal) return sweepAlone(claim, tools);
  const swept = await withLock({ folder: journal.runFolder, lockfilePath: join(journal.runFolder, "sweep.lock") }, () =>
    sweepAlone(claim, tools),
  );
  if ("result" in swept) return swept.result;
  const reason = `what this run has left is swept by ${swept.heldBy}`;
  return { removed: [], remaining: [{ item: mark.run, reason }] };
}

async function sweepAlone(claim: Claim, tools: SweepTools): Promise<Swept> {
  const { journal, mark } = claim;
  if (journal) await stopEngines(journal.folder);
  const target = await tools.lasting.takeOver(mark);
  const administrators = new Administrators(target, [...new Set([...tools.regions, ...(journal?.regions ?? [])])]);
  let remaining: readonly Remaining[] = [{ item: mark.run, reason: "it was not looked for" }];
  try {
    const look = async () => planSweep(await lookAround(retrying(administrators)), claim);
    const before = await look();
    const isOutOfReach = journal?.backend !== undefined && tools.backend?.url === undefined;
    if (journal && !isOutOfReach) {
      const options = {
        ...tools,
        backend: backendFor(journal, tools),
        folder: journal.folder,
        settings: target.engine,
      };
      await destroy(claim, options, administrators);
    }
    remaining = [...(await removeAll(look, administrators)), ...(isOutOfReach ? [stateOf(journal)] : [])];
    const kept = new Set(remaining.map(({ item }) => item));
    if (remaining.length === 0) await close(claim);
    return { removed: before.map(({ item }) => item).filter((item) => !kept.has(item)), remaining };
  } finally {
    administrators.close();
    // Whoever may be the only one to remove what remains stays.
    await target.close(remaining.length > 0);
  }
}

function retrying(administrators: Administrators) {
  return administrators.all().map((session) => session.retrying);
}

/** A run whose state is in its folder is not looked for elsewhere. */
function backendFor(journal: JournalClaim, { backend }: SweepTools): SweepTools["backend"] {
  return journal.backend === undefined ? backend && { ...backend, url: undefined } : backend;
}

function stateOf({ folder, backend = "" }: JournalClaim): Remaining {
  return { item: `stack ${basename(folder)}`, reason: `its state is in ${backend}: give --backend or KEYLAB_BACKEND` };
}

/** What the engine cannot do is done without it: its state may be damaged, or older than what it has made. */
async function destroy({ mark }: Claim, options: EngineOptions, administrators: Administrators): Promise<void> {
  try {
    const engine = await Engine.reopen(options);
    if (options.backend?.url !== undefined) await engine.unlock();
    const resources = await engine.known();
    if (resources.length > 0) {
      await engine.destroy(undefined, urnsOf(await usedKeys(resources, administrators, mark)));
    }
    await engine.forget();
  } catch {
    // Whatever is still there is told by name, with the reason.
  }
}

async function close({ mark, journal: claimed }: Claim): Promise<void> {
  if (!claimed) return;
  await rm(claimed.folder, { recursive: true, force: true });
  const journal = new Journal(claimed.runFolder);
  journal.write({ type: "swept", suffix: suffixOf(mark) });
  journal.close();
}
