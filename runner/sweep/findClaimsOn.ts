import { Notes } from "../../scenarios/contract/notes.ts";
import { Session } from "../../scenarios/contract/session.ts";
import { administratorOf } from "../marks/administratorOf.ts";
import type { LastingTarget } from "../target.ts";
import type { Claim } from "./claim.ts";
import { findClaims, type Whose } from "./findClaims.ts";
import { lookAround } from "./lookAround.ts";
import { planSweep } from "./planSweep.ts";

/** A claim, and what it would remove as things stand. */
export interface PreparedClaim {
  readonly claim: Claim;
  /** As the inventory has it, in order; the administrator of the run last. */
  readonly items: readonly string[];
}

/**
 * Looks for what dead runs have left on a target, and changes nothing.
 *
 * @param regions beyond the target's own
 * @throws UserError where the target cannot be entered.
 */
export async function findClaimsOn(
  lasting: LastingTarget,
  regions: readonly string[],
  whose: Omit<Whose, "url">,
): Promise<readonly PreparedClaim[]> {
  const { root, url } = lasting;
  await lasting.check();
  const all = [...new Set([root.region, ...regions])];
  const sessions = all.map((region) => new Session({ ...root, region }, new Notes()));
  try {
    const scene = await lookAround(sessions);
    const claims = await findClaims({ ...whose, url }, scene);
    return claims.map((claim) => {
      const name = administratorOf(claim.mark);
      const administrator = scene.found.find(({ kind, id }) => kind === "user" && id === name);
      const items = planSweep(scene, claim).map(({ item }) => item);
      return { claim, items: [...items, ...(administrator ? [administrator.item] : [])] };
    });
  } finally {
    for (const session of sessions) session.close();
  }
}
