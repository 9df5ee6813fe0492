import { checkArgument } from "./checkArgument.ts";
import { checkEncryptedSecret, type EncryptedSecretArgs } from "./encryptedSecret.ts";
import { checkTableSettings, type EncryptedTableArgs } from "./encryptedTable.ts";
import { checkKeySettings, type EncryptionKeyArgs } from "./encryptionKeyArgs.ts";
import { checkPrincipals } from "./principal.ts";
import { atLeastOne } from "./rules/atLeastOne.ts";
import { distinctNames } from "./rules/distinctNames.ts";
import { serviceKeySpec } from "./rules/keyKind.ts";
import { workshopEncryption } from "./rules/workshopEncryption.ts";
import type { Tags } from "./tags.ts";
import { checkUnprivilegedUser, type UnprivilegedUserArgs } from "./unprivilegedUser.ts";

/** Arguments of a `Workshop`. */
export interface WorkshopArgs {
  /** The one key. Its administrators may be none if one of the workshop's users is an administrator. */
  readonly key: Omit<EncryptionKeyArgs, "tags">;
  /** A table. Default: none. */
  readonly table?: WorkshopTable;
  /** A secret under the key. Default: none. */
  readonly secret?: Omit<EncryptedSecretArgs, "key" | "tags">;
  /** Users to create. Default: none. */
  readonly users?: readonly WorkshopUser[];
  /** Tags of everything that can carry some. */
  readonly tags?: Tags;
}

/** The table of a workshop. */
export interface WorkshopTable extends Omit<EncryptedTableArgs, "encryption" | "tags"> {
  /** Whose key encrypts the table: `"customer-managed"` is the workshop's key. Default: that one. */
  readonly encryption?: "owned" | "aws-managed" | "customer-managed";
}

/** A user of a workshop, and what the key's policy says of that user. */
export interface WorkshopUser extends Omit<UnprivilegedUserArgs, "tags"> {
  /** Whether the user manages the key. Default: false. */
  readonly keyAdministrator?: boolean;
  /** Whether the user encrypts and decrypts with the key. Default: false. */
  readonly keyUser?: boolean;
}

/**
 * Refuses wrong arguments of a `Workshop`, all of them before the first of its parts is created.
 *
 * @throws pulumi.RunError
 */
export function checkWorkshop(owner: string, args: WorkshopArgs): void {
  checkKey(`${owner}, key`, args);
  checkUsers(owner, args.users ?? []);
  const keySpec = args.key.keySpec ?? "SYMMETRIC_DEFAULT";
  if (args.table) {
    const { encryption = "customer-managed" } = args.table;
    checkTableSettings(`${owner}, table`, args.table);
    checkArgument(`${owner}, table`, "encryption", encryption, workshopEncryption);
    if (encryption === "customer-managed") checkArgument(`${owner}, table`, "key", keySpec, serviceKeySpec);
  }
  if (args.secret) checkEncryptedSecret(`${owner}, secret`, { secretName: args.secret.secretName, key: { keySpec } });
}

function checkKey(owner: string, { key, users = [] }: WorkshopArgs): void {
  const administrators = [...key.administrators, ...users.filter((user) => user.keyAdministrator === true)];
  checkKeySettings(owner, key);
  checkArgument(owner, "administrators", administrators, atLeastOne("administrator, or a user with keyAdministrator"));
  checkPrincipals(owner, "administrators", key.administrators);
  checkPrincipals(owner, "users", key.users ?? []);
}

function checkUsers(owner: string, users: readonly WorkshopUser[]): void {
  checkArgument(
    owner,
    "the list of user names",
    users.map((user) => user.userName),
    distinctNames,
  );
  for (const user of users) checkUnprivilegedUser(`${owner}, user "${user.userName}"`, user);
}
