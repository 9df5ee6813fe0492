import type { NamedWorkshop } from "./readEnvironment.ts";
import { at } from "./settingPath.ts";

/**
 * The names that stand twice in an environment, as sentences. AWS knows most of them once in an account, and of users
 * and roles it does not tell "Anna" from "anna".
 */
export function namesTwice(workshops: readonly NamedWorkshop[]): string[] {
  const taken = new Map<string, string>();
  return workshops.flatMap(namesOf).flatMap(({ kind, name, where }) => {
    const id = `${kind} ${kind === "person" ? name.toLowerCase() : name}`;
    const already = taken.get(id);
    if (already === undefined) taken.set(id, where);
    return already === undefined
      ? []
      : [`${where} is ${JSON.stringify(name)}, as ${already} is; allowed is a name of its own.`];
  });
}

function namesOf(workshop: NamedWorkshop) {
  const {
    key,
    tables = [],
    secrets = [],
    buckets = [],
    users = [],
    roles = [],
    trail,
    alarms = [],
  } = workshop.settings;
  return [
    { kind: "key", name: key.alias, where: at(workshop, "key", "alias") },
    ...tables.map(({ tableName: name }, n) => ({ kind: "table", name, where: at(workshop, "tables", n, "tableName") })),
    ...secrets.map(({ secretName: name }, n) => ({
      kind: "secret",
      name,
      where: at(workshop, "secrets", n, "secretName"),
    })),
    ...buckets.map(({ bucketName: name }, n) => ({
      kind: "bucket",
      name,
      where: at(workshop, "buckets", n, "bucketName"),
    })),
    // The profiles of users and roles stand in one file.
    ...users.map(({ userName: name }, n) => ({ kind: "person", name, where: at(workshop, "users", n, "userName") })),
    ...roles.map(({ roleName: name }, n) => ({ kind: "person", name, where: at(workshop, "roles", n, "roleName") })),
    ...(trail ? [{ kind: "trail", name: trail.trailName, where: at(workshop, "trail", "trailName") }] : []),
    ...alarms.map(({ alarmName: name }, n) => ({ kind: "alarm", name, where: at(workshop, "alarms", n, "alarmName") })),
  ];
}
