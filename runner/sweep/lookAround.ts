import type { Session } from "../../scenarios/contract/session.ts";
import { foundOf, keyOfFound, type Found } from "../inventory/found.ts";
import { takeInventory } from "../inventory/takeInventory.ts";
import { marksIn } from "../marks/marksIn.ts";
import { keysOfAliases } from "./keysOfAliases.ts";
import type { Scene } from "./planSweep.ts";

/** A name that a run may have given: it ends with a suffix. IAM is asked for the tags of such names alone. */
const mayBeOurs = /[-_.][0-9a-z]{8,}$/;

/** Everything that scenarios can make, where the sessions look: each in a region. */
export async function lookAround(sessions: readonly Session[]): Promise<Scene> {
  const scenes = await Promise.all(sessions.map(async (session, index) => sceneOf(session, index === 0)));
  // What has no region is seen in all of them: it is removed from the first, where targets are at home.
  const found = new Map(
    scenes.toReversed().flatMap((scene) => scene.found.map((one) => [keyOfFound(one), one] as const)),
  );
  return {
    found: [...found.values()],
    marks: new Map(scenes.flatMap(({ marks }) => [...marks])),
    aliased: new Map(scenes.flatMap(({ aliased }) => [...aliased])),
  };
}

async function sceneOf(session: Session, isFirst: boolean): Promise<Scene> {
  const items = await takeInventory([session]);
  const found = [...items].flatMap((item) => foundOf(item, session.region) ?? []);
  const identities = found.filter(({ kind, name }) => isIdentity.has(kind) && mayBeOurs.test(name));
  // IAM is the same in every region.
  const [marks, aliased] = await Promise.all([marksIn(session, isFirst ? identities : []), keysOfAliases(session)]);
  return { found, marks, aliased };
}

const isIdentity: ReadonlySet<Found["kind"]> = new Set<Found["kind"]>(["user", "role", "policy"]);
