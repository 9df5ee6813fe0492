import { hourlyCost } from "../../scenarios/contract/billed.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import { recordsOf } from "../../catalogue/permissions/neededActions.ts";
import type { Wanted } from "./spentQuotas.ts";

/** What people ask about, as they call it. */
const names: readonly (readonly [type: string, one: string, many: string])[] = [
  ["aws:kms/key:Key", "KMS key", "KMS keys"],
  ["aws:iam/user:User", "IAM user", "IAM users"],
  ["aws:iam/role:Role", "IAM role", "IAM roles"],
  ["aws:dynamodb/table:Table", "table", "tables"],
  ["aws:secretsmanager/secret:Secret", "secret", "secrets"],
  ["aws:s3/bucket:Bucket", "bucket", "buckets"],
  ["aws:lambda/function:Function", "function", "functions"],
  ["aws:ebs/volume:Volume", "volume", "volumes"],
  ["awsx:cloudtrail:Trail", "trail", "trails"],
];

/** What scenarios create and what it costs, in two sentences. Those that AWS cannot carry create nothing. */
export function whatIsMade(scenarios: readonly Scenario[]): readonly string[] {
  const records = recordsOf(scenarios.map(({ id }) => id));
  const countOf = (type: string) => records.reduce((sum, { resources }) => sum + (resources[type] ?? 0), 0);
  const counted = names.flatMap(([type, one, many]) => {
    const count = countOf(type);
    return count === 0 ? [] : `${count} ${count === 1 ? one : many}`;
  });
  const carried = scenarios.filter(({ id }) => recordsOf([id]).length > 0);
  const hourly = carried.reduce((sum, { billed }) => sum + hourlyCost(billed), 0);
  return [
    `It creates and removes, scenario by scenario: ${counted.join(", ") || "nothing that is counted"}, and what belongs to them.`,
    `Cost: ${hourly.toFixed(4)} USD if every scenario stood for an hour, and less than ${(carried.length / 100).toFixed(2)} USD for requests; a key that is pending deletion costs nothing.`,
  ];
}

/** The most that is there at a time, by Pulumi's type, if so many scenarios run at once. */
export function mostAtOnce(ids: readonly string[], workers: number): Wanted {
  const records = recordsOf(ids);
  const types = [...new Set(records.flatMap(({ resources }) => Object.keys(resources)))];
  return Object.fromEntries(
    types.map((type) => {
      const counts = records.map(({ resources }) => resources[type] ?? 0).sort((one, other) => other - one);
      return [type, counts.slice(0, workers).reduce((sum, count) => sum + count, 0)];
    }),
  );
}
