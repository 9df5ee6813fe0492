import { Engine } from "../../runner/engine.ts";
import { stopEngines } from "../../runner/sweep/stopEngines.ts";
import type { Workplace } from "../workplace.ts";

/**
 * The Pulumi stack of a sandbox, whose name is that of the lease. Whoever has locked it is dead, and an engine that works on it an orphan: nobody else works on
 * a lease while its lock is held.
 *
 * @param folder of the lease
 */
export async function openStack(folder: string, { target, pulumi, pulumiHome, backend }: Workplace): Promise<Engine> {
  await stopEngines(folder);
  const engine = await Engine.openOrReopen({
    pulumi: await pulumi(),
    pulumiHome,
    backend,
    folder,
    settings: target.engine,
  });
  if (backend?.url !== undefined) await engine.unlock();
  return engine;
}
