import type * as pulumi from "@pulumi/pulumi";

import { checkArgument } from "./checkArgument.ts";
import { checkKeyStatements, type KeyStatement } from "./keyStatement.ts";
import { checkPrincipals, type Principal } from "./principal.ts";
import { accountId } from "./rules/accountId.ts";
import { aliasName } from "./rules/aliasName.ts";
import { atLeastOne } from "./rules/atLeastOne.ts";
import { deletionWindow } from "./rules/deletionWindow.ts";
import { defaultKeyUsage, keySpec, keyUsageOf, rotationOf, type KeySpec, type KeyUsage } from "./rules/keyKind.ts";
import type { Tags } from "./tags.ts";

/** What a key is, apart from who manages and uses it. Whatever is checked is a plain value: an Output comes too late. */
export interface KeySettings {
  /** The alias without `alias/`, as the console shows it: `nextwork-kms-key`. */
  readonly alias: string;
  /** What the key is for, for people. */
  readonly description?: pulumi.Input<string>;
  /** Ids of other accounts that get the use of the key (and must allow it to their own people as well). */
  readonly trustedAccounts?: readonly string[];
  /** "Allow key administrators to delete this key" in the console. Default: true, as there. */
  readonly administratorsMayDelete?: boolean;
  /** How many days a destroyed key waits in `PendingDeletion`: 7 to 30. Default: 7. */
  readonly deletionWindowInDays?: number;
  /** Whether the key policy lets the account's IAM policies decide as well. Default: true, as in the console. */
  readonly delegatesToAccount?: boolean;
  /** Statements that the key policy has beyond the console's, after them. Default: none. */
  readonly statements?: readonly KeyStatement[];
  /** Whether KMS makes new key material every year. Default: false, as in the console. */
  readonly enableKeyRotation?: boolean;
  /** The kind of key material. Default: `SYMMETRIC_DEFAULT`. */
  readonly keySpec?: KeySpec;
  /** What the key is for. Default: the first usage that its spec has. */
  readonly keyUsage?: KeyUsage;
  /** Whether the key can be replicated to other regions. It never changes. Default: false, as in the console. */
  readonly multiRegion?: boolean;
  readonly tags?: Tags;
}

/** Arguments of an `EncryptionKey`. */
export interface EncryptionKeyArgs extends KeySettings {
  /** Who manages the key: at least one. Managing does not include encrypting and decrypting. */
  readonly administrators: readonly Principal[];
  /** Who encrypts and decrypts with the key. Default: nobody. */
  readonly users?: readonly Principal[];
}

/**
 * Refuses wrong settings of a key.
 *
 * @throws pulumi.RunError
 */
export function checkKeySettings(owner: string, settings: KeySettings): void {
  const spec = settings.keySpec ?? "SYMMETRIC_DEFAULT";
  checkArgument(owner, "alias", settings.alias, aliasName);
  checkArgument(owner, "deletionWindowInDays", settings.deletionWindowInDays, deletionWindow);
  checkArgument(owner, "keySpec", spec, keySpec);
  checkArgument(owner, "keyUsage", settings.keyUsage, keyUsageOf(spec));
  checkArgument(owner, "enableKeyRotation", settings.enableKeyRotation, rotationOf(spec));
  for (const [index, id] of (settings.trustedAccounts ?? []).entries()) {
    checkArgument(owner, `trustedAccounts[${index}]`, id, accountId);
  }
  checkKeyStatements(owner, settings.statements ?? []);
}

/**
 * Refuses wrong arguments of an `EncryptionKey`.
 *
 * @throws pulumi.RunError
 */
export function checkEncryptionKey(owner: string, args: EncryptionKeyArgs): void {
  checkKeySettings(owner, args);
  checkArgument(owner, "administrators", args.administrators, atLeastOne("administrator"));
  checkPrincipals(owner, "administrators", args.administrators);
  checkPrincipals(owner, "users", args.users ?? []);
}

/** The settings of a key with its defaults filled in. */
export function withDefaults(settings: KeySettings) {
  const spec = settings.keySpec ?? "SYMMETRIC_DEFAULT";
  return {
    administratorsMayDelete: settings.administratorsMayDelete ?? true,
    delegatesToAccount: settings.delegatesToAccount ?? true,
    deletionWindowInDays: settings.deletionWindowInDays ?? 7,
    enableKeyRotation: settings.enableKeyRotation ?? false,
    keySpec: spec,
    keyUsage: settings.keyUsage ?? defaultKeyUsage(spec),
    statements: settings.statements ?? [],
    trustedAccounts: settings.trustedAccounts ?? [],
  };
}
