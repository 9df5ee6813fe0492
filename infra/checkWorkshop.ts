import { checkBucket } from "./bucket.ts";
import { checkArgument } from "./checkArgument.ts";
import { checkEncryptedSecret } from "./encryptedSecret.ts";
import { checkTableSettings } from "./encryptedTable.ts";
import { checkKeySettings } from "./encryptionKeyArgs.ts";
import { checkPrincipals } from "./principal.ts";
import { checkRole } from "./role.ts";
import { atLeastOne } from "./rules/atLeastOne.ts";
import { distinctIds } from "./rules/distinctIds.ts";
import { distinctNames } from "./rules/distinctNames.ts";
import { oneOfNames } from "./rules/oneOfNames.ts";
import { serviceKeySpec } from "./rules/keyKind.ts";
import { alarmName, eventRuleName, trailName } from "./rules/resourceName.ts";
import { workshopEncryption } from "./rules/workshopEncryption.ts";
import { checkUnprivilegedUser } from "./unprivilegedUser.ts";
import type { WorkshopArgs } from "./workshopArgs.ts";

/**
 * Refuses wrong arguments of a `Workshop`, all of them before the first of its parts is created.
 *
 * @throws pulumi.RunError
 */
export function checkWorkshop(owner: string, args: WorkshopArgs): void {
  checkKey(`${owner}, key`, args);
  checkPeople(owner, args);
  checkData(owner, args);
  checkWatching(owner, args);
}

function checkKey(owner: string, { key, users = [], roles = [] }: WorkshopArgs): void {
  const own = [...users, ...roles].filter(({ keyAdministrator }) => keyAdministrator === true);
  const someone = atLeastOne("administrator, or a user or role with keyAdministrator");
  checkKeySettings(owner, key);
  checkArgument(owner, "administrators", [...key.administrators, ...own], someone);
  checkPrincipals(owner, "administrators", key.administrators);
  checkPrincipals(owner, "users", key.users ?? []);
}

function checkPeople(owner: string, { users = [], roles = [] }: WorkshopArgs): void {
  const userNames = users.map((user) => user.userName);
  checkDistinct(owner, "user names", userNames, distinctNames);
  const roleNames = roles.map((role) => role.roleName);
  checkDistinct(owner, "role names", roleNames, distinctNames);
  for (const user of users) checkUnprivilegedUser(`${owner}, user "${user.userName}"`, user);
  for (const { userNames: assumedBy = [], services = [], ...role } of roles) {
    const roleOwner = `${owner}, role "${role.roleName}"`;
    // Whom a name stands for has no ARN yet, and counts as somebody all the same.
    checkRole(roleOwner, { ...role, services: [...services, ...assumedBy] });
    checkNames(roleOwner, "userNames", assumedBy, userNames);
  }
}

function checkData(owner: string, { key, tables = [], secrets = [], buckets = [] }: WorkshopArgs): void {
  const keySpec = key.keySpec ?? "SYMMETRIC_DEFAULT";
  for (const table of tables) {
    const tableOwner = `${owner}, table "${table.tableName}"`;
    const { encryption = "customer-managed" } = table;
    checkTableSettings(tableOwner, table);
    checkArgument(tableOwner, "encryption", encryption, workshopEncryption);
    if (encryption === "customer-managed") checkArgument(tableOwner, "key", keySpec, serviceKeySpec);
  }
  for (const secret of secrets)
    checkEncryptedSecret(`${owner}, secret "${secret.secretName}"`, { ...secret, key: { keySpec } });
  for (const { bucketName, encryption } of buckets) {
    checkBucket(`${owner}, bucket "${bucketName}"`, {
      bucketName,
      key: encryption === "owned" ? undefined : { keySpec },
    });
  }
  checkDistinct(
    owner,
    "table names",
    tables.map((table) => table.tableName),
  );
  checkDistinct(
    owner,
    "secret names",
    secrets.map((secret) => secret.secretName),
  );
  checkDistinct(
    owner,
    "bucket names",
    buckets.map((bucket) => bucket.bucketName),
  );
}

function checkWatching(owner: string, { trail, alarms = [], tables = [], users = [] }: WorkshopArgs): void {
  checkArgument(`${owner}, trail`, "trailName", trail?.trailName, trailName);
  checkNames(
    `${owner}, trail`,
    "readers",
    trail?.readers ?? [],
    users.map((user) => user.userName),
  );
  checkDistinct(
    owner,
    "alarm names",
    alarms.map((alarm) => alarm.alarmName),
  );
  for (const alarm of alarms) {
    const alarmOwner = `${owner}, alarm "${alarm.alarmName}"`;
    if (alarm.on === "table-reads") {
      checkArgument(alarmOwner, "alarmName", alarm.alarmName, alarmName);
      checkNames(
        alarmOwner,
        "tableName",
        [alarm.tableName],
        tables.map((table) => table.tableName),
      );
    } else checkArgument(alarmOwner, "alarmName", alarm.alarmName, eventRuleName);
  }
}

function checkDistinct(owner: string, what: string, names: readonly string[], rule = distinctIds): void {
  checkArgument(owner, `the list of ${what}`, names, rule);
}

function checkNames(owner: string, argument: string, names: readonly string[], known: readonly string[]): void {
  for (const name of names) checkArgument(owner, argument, name, oneOfNames(known));
}
