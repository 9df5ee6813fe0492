import type { Session } from "../../scenarios/contract/session.ts";
import { unlessLacking } from "../isLacking.ts";
import { alarmsAndRules } from "./alarmsAndRules.ts";
import { backups } from "./backups.ts";
import { buckets } from "./buckets.ts";
import { functions } from "./functions.ts";
import { identities } from "./identities.ts";
import { keys } from "./keys.ts";
import { logGroups } from "./logGroups.ts";
import { secrets } from "./secrets.ts";
import { tables } from "./tables.ts";
import { trails } from "./trails.ts";
import { volumesAndSnapshots } from "./volumesAndSnapshots.ts";

/** All kinds of things that scenarios can make. */
const kinds = [
  alarmsAndRules,
  backups,
  buckets,
  functions,
  identities,
  keys,
  logGroups,
  secrets,
  tables,
  trails,
  volumesAndSnapshots,
] as const;

/**
 * Everything that scenarios can make, by ARN where it has one, where the sessions look: each in an account and a region. Of what an
 * endpoint does not have, nothing can be there.
 */
export async function takeInventory(sessions: readonly Session[]): Promise<ReadonlySet<string>> {
  const lists = await Promise.all(sessions.flatMap((session) => kinds.map((list) => unlessLacking(list(session)))));
  return new Set(lists.flat());
}
