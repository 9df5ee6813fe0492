import type { ClassFolder } from "../classes/classFolder.ts";
import { openStack } from "../deploy/openStack.ts";
import type { Lease } from "../lease/lease.ts";
import type { Workplace } from "../workplace.ts";

/**
 * Destroys what the engine has deployed of a sandbox. What it cannot do is done without it: the student may have changed what it deployed, or deleted it. Rejects
 * when interrupted.
 */
export async function destroyStack({ id, history }: Lease, folder: ClassFolder, place: Workplace): Promise<void> {
  place.signal.throwIfAborted();
  if (!history.some(({ state }) => state === "deploying")) return;
  try {
    const engine = await openStack(folder.leases.folderOf(id), place);
    await engine.destroy(place.signal);
    await engine.forget();
  } catch {
    place.signal.throwIfAborted();
    // Whatever is still there is removed by name, or told with the reason.
  }
}
