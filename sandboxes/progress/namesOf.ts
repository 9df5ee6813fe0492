import type { WorkshopSettings } from "../../infra/environment/workshopSchema.ts";
import { boundaryArn } from "../blueprint/studentBoundary.ts";
import type { ClassRecord } from "../classes/classRecord.ts";
import { whereOf } from "../classes/whereOf.ts";
import type { LeaseOrder } from "../lease/lease.ts";

/** The names that a workshop's things have in a sandbox, or are to get there, by what they are. */
export function namesOf(
  order: Pick<LeaseOrder, "id" | "account" | "region">,
  record: ClassRecord,
  { key, tables = [], secrets = [], buckets = [], users = [] }: WorkshopSettings,
  administrator: string,
): Readonly<Record<string, string>> {
  const { id } = order;
  const name = (given: string) => `${id}-${given}`;
  const numbered = (what: string, names: readonly string[]) =>
    names.map((given, index) => [index === 0 ? what : `${what} ${index + 1}`, name(given)] as const);
  const names: readonly (readonly [string, string])[] = [
    ["administrator", name(administrator)],
    ["key alias", name(key.alias)],
    ...numbered(
      "table",
      tables.map(({ tableName }) => tableName),
    ),
    ...numbered(
      "secret",
      secrets.map(({ secretName }) => secretName),
    ),
    ...numbered(
      "bucket",
      buckets.map(({ bucketName }) => bucketName),
    ),
    ...numbered(
      "user",
      users.map(({ userName }) => userName),
    ),
    ["permissions boundary", boundaryArn({ ...whereOf(order, record), lease: id })],
  ];
  return Object.fromEntries(names);
}
