import { Engine } from "../../runner/engine.ts";
import type { Workplace } from "../workplace.ts";

/**
 * The Pulumi stack of a sandbox, whose name is that of the lease. Whoever has locked it is dead: nobody else works on a lease while its
 * lock is held.
 *
 * @param folder of the lease
 * @param wasInterrupted whether somebody may have been killed while they worked on it
 */
export async function openStack(
  folder: string,
  { target, pulumi, pulumiHome, backend }: Workplace,
  wasInterrupted: boolean,
): Promise<Engine> {
  const engine = await Engine.openOrReopen({ pulumi, pulumiHome, backend, folder, settings: target.engine });
  if (wasInterrupted) await engine.unlock();
  return engine;
}
