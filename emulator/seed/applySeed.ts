import type { World } from "../world.ts";
import { References } from "./references.ts";
import type { Seed, Seeded } from "./seed.ts";
import { SeedError } from "./seedError.ts";
import { SeedCaller } from "./seedCaller.ts";
import { seedRoles, seedUsers } from "./seedIdentities.ts";
import { seedKeys } from "./seedKeys.ts";
import { seedPolicies } from "./seedPolicies.ts";
import { seedSecrets } from "./seedSecrets.ts";
import { seedTables } from "./seedTables.ts";

/**
 * Makes what a seed states, through AWS's own operations, as the root user of each account. Each kind of thing is made in all
 * accounts before the next kind, so that policies may name what is in other accounts. Throws a SeedError.
 */
export async function applySeed(world: World, { accounts }: Seed): Promise<Seeded> {
  refuseOthers(Object.keys(accounts), world.instance.accountIds);
  const references = new References();
  const places = Object.entries(accounts).map(([accountId, account]) => ({
    caller: new SeedCaller(world, accountId, account.region ?? defaultRegion),
    account,
    path: ["accounts", accountId],
  }));
  const accessKeys: Seeded["accessKeys"][number][] = [];
  for (const { caller, account, path } of places) accessKeys.push(...(await seedUsers(caller, account, path)));
  for (const { caller, account, path } of places) await seedRoles(caller, account, path);
  for (const seedKind of [seedKeys, seedTables, seedSecrets, seedPolicies]) {
    for (const { caller, account, path } of places) await seedKind(caller, account, path, references);
  }
  return { accessKeys };
}

/** Nobody could enter an account that has no root user. */
function refuseOthers(accountIds: readonly string[], named: readonly string[] | undefined): void {
  if (named === undefined) return;
  const other = accountIds.find((id) => !named.includes(id));
  if (other === undefined) return;
  throw new SeedError(["accounts", other], `There is no such account: there are only ${named.join(", ")}.`);
}

const defaultRegion = "us-east-1";
