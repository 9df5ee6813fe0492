import type { NamedWorkshop } from "./readEnvironment.ts";
import { namesTwice } from "./namesTwice.ts";
import { at, settingPath } from "./settingPath.ts";
import { suggestion } from "./suggestion.ts";
import { principalArn } from "../rules/principalArn.ts";

/**
 * What is wrong between settings that are right one by one, as sentences: names that stand twice, names of nobody, and settings
 * that do not go together.
 */
export function crossCheck(workshops: readonly NamedWorkshop[]): string[] {
  return [...namesTwice(workshops), ...workshops.flatMap(within)];
}

function within(workshop: NamedWorkshop): string[] {
  return [
    ...workshopName(workshop),
    ...administrators(workshop),
    ...keyStatements(workshop),
    ...itemIds(workshop),
    ...secretValues(workshop),
    ...people(workshop),
    ...alarms(workshop),
  ];
}

function workshopName({ name, path }: NamedWorkshop): string[] {
  if (path.length === 0 || (/^[a-z][a-z0-9-]{0,40}$/i.test(name) && name !== "workshop")) return [];
  const allowed = 'a name of 1 to 41 letters, digits and "-" that begins with a letter and is not workshop';
  return [`${settingPath(path)} has a wrong name; allowed is ${allowed}.`];
}

function administrators(workshop: NamedWorkshop): string[] {
  const { key, users = [], roles = [] } = workshop.settings;
  const own = [...users, ...roles].some(({ keyAdministrator }) => keyAdministrator === true);
  if (key.administrators?.length !== 0 || own) return [];
  const allowed = "at least one administrator, or a user or role with keyAdministrator";
  return [`${at(workshop, "key", "administrators")} is empty; allowed is ${allowed}.`];
}

function keyStatements(workshop: NamedWorkshop): string[] {
  return (workshop.settings.key.statements ?? []).flatMap(({ Principal: principals }, index) =>
    principals.length > 0
      ? []
      : [`${at(workshop, "key", "statements", index, "Principal")} is empty; allowed is at least one principal.`],
  );
}

function itemIds(workshop: NamedWorkshop): string[] {
  return (workshop.settings.tables ?? []).flatMap(({ items = [] }, table) =>
    items.flatMap(({ id }, item) => {
      const first = items.findIndex((other) => other.id === id);
      return first === item && id !== ""
        ? []
        : [
            `${at(workshop, "tables", table, "items", item, "id")} is wrong; allowed is an id of its own that is not empty.`,
          ];
    }),
  );
}

function secretValues(workshop: NamedWorkshop): string[] {
  return (workshop.settings.secrets ?? []).flatMap(({ secretString, username }, index) =>
    secretString === undefined || username === undefined
      ? []
      : [
          `${at(workshop, "secrets", index, "username")} stands beside secretString; ` +
            "allowed is one of them, as the username is for a value that is generated.",
        ],
  );
}

function people(workshop: NamedWorkshop): string[] {
  const { users = [], roles = [], trail } = workshop.settings;
  const names = users.map((user) => user.userName);
  const nobody = (where: string, name: string, allowed: string) =>
    `${where} is ${JSON.stringify(name)}${suggestion(name, names)}; allowed is ${allowed}.`;
  return [
    ...(trail?.readers ?? []).flatMap((name, n) =>
      names.includes(name)
        ? []
        : [nobody(at(workshop, "trail", "readers", n), name, "the userName of one of the workshop's users")],
    ),
    ...roles.flatMap(({ assumedBy = [] }, role) => [
      ...assumedBy.flatMap((name, n) =>
        names.includes(name) || principalArn.accepts(name)
          ? []
          : [
              nobody(
                at(workshop, "roles", role, "assumedBy", n),
                name,
                `the userName of one of the workshop's users, or ${principalArn.allowed}`,
              ),
            ],
      ),
    ]),
  ];
}

function alarms(workshop: NamedWorkshop): string[] {
  const tables = (workshop.settings.tables ?? []).map((table) => table.tableName);
  return (workshop.settings.alarms ?? []).flatMap((alarm, index) => {
    const where = (setting: string) => at(workshop, "alarms", index, setting);
    const { on, tableName, consumedReadCapacityUnits } = alarm;
    if (on !== "table-reads") {
      const given = tableName === undefined ? "consumedReadCapacityUnits" : "tableName";
      return tableName === undefined && consumedReadCapacityUnits === undefined
        ? []
        : [`${where(given)} stands beside on: ${on}; allowed is that with on: table-reads alone.`];
    }
    const missing = [
      ...(tableName === undefined
        ? [`${where("tableName")} is missing; needed is the tableName of one of the workshop's tables.`]
        : []),
      ...(consumedReadCapacityUnits === undefined
        ? [`${where("consumedReadCapacityUnits")} is missing; needed is a number above 0.`]
        : []),
    ];
    if (tableName === undefined || tables.includes(tableName)) return missing;
    const allowed = "the tableName of one of the workshop's tables";
    return [
      ...missing,
      `${where("tableName")} is ${JSON.stringify(tableName)}${suggestion(tableName, tables)}; allowed is ${allowed}.`,
    ];
  });
}
