import { UserError } from "../errors/userError.ts";
import type { Administrators } from "./administrators.ts";
import type { EngineResource } from "./engine.ts";
import { keyUsers } from "./keyUsers.ts";
import { suffixOf, type Mark } from "./marks/mark.ts";
import { keyTypes } from "./keyTypes.ts";
import type { Target } from "./target.ts";

/** A key that a scenario made, and what of others uses it. */
export interface UsedKey {
  readonly urn: string;
  readonly arn: string;
  readonly users: readonly string[];
}

/** Those of the engine's keys that are used by what is neither the engine's nor has a name of the run's. */
export async function usedKeys(
  resources: readonly EngineResource[],
  administrators: Pick<Administrators, "of">,
  mark: Mark,
): Promise<readonly UsedKey[]> {
  const keys = resources.filter(({ type, arn }) => keyTypes.has(type) && arn !== undefined);
  const used = await Promise.all(
    keys.map(async ({ urn, arn = "" }) => {
      const users = await keyUsers(administrators.of(arn), arn);
      return { urn, arn, users: users.filter((user) => !isOwn(user, resources, mark)) };
    }),
  );
  return used.filter(({ users }) => users.length > 0);
}

function isOwn(user: string, resources: readonly EngineResource[], mark: Mark): boolean {
  return user.includes(suffixOf(mark)) || resources.some(({ id, arn }) => user === arn || user.endsWith(`/${id}`));
}

/** The URNs of the keys: the engine is to spare them. */
export function urnsOf(used: readonly UsedKey[]): readonly string[] {
  return used.map(({ urn }) => urn);
}

/** Throws a UserError that says what uses the keys, if any. */
export function refuseUsed(used: readonly UsedKey[], target: Target): void {
  if (used.length === 0) return;
  const sentences = used.map(({ arn, users }) => `${arn} is not deleted, for it is still used by ${users.join(", ")}.`);
  throw new UserError(
    sentences.join(" "),
    `Let them use another key, then remove it with keylab sweep --target ${target.lasting?.url ?? "<URL>"}`,
  );
}
