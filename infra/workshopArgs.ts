import type { BucketArgs } from "./bucket.ts";
import type { EncryptedSecretArgs } from "./encryptedSecret.ts";
import type { EncryptedTableArgs } from "./encryptedTable.ts";
import type { EncryptionKeyArgs } from "./encryptionKeyArgs.ts";
import type { RoleArgs } from "./role.ts";
import type { UnprivilegedUserArgs } from "./unprivilegedUser.ts";
import type { WorkshopAlarm } from "./workshopAlarm.ts";

/** Arguments of a `Workshop`. */
export interface WorkshopArgs {
  /** The one key. Its administrators may be none if one of the workshop's users or roles is an administrator. */
  readonly key: WorkshopKey;
  /** Default: none. */
  readonly tables?: readonly WorkshopTable[];
  /** Secrets under the key. Default: none. */
  readonly secrets?: readonly Omit<EncryptedSecretArgs, "key" | "tags">[];
  /** Default: none. */
  readonly buckets?: readonly WorkshopBucket[];
  /** Users to create. Default: none. */
  readonly users?: readonly WorkshopUser[];
  /** Roles to create. Default: none. */
  readonly roles?: readonly WorkshopRole[];
  /** An audit trail. Default: none. */
  readonly trail?: WorkshopTrail;
  /** Default: none. */
  readonly alarms?: readonly WorkshopAlarm[];
  /** Tags of everything that can carry some. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** The key of a workshop. Its tags are added to those of the workshop, and go before them. */
export interface WorkshopKey extends Omit<EncryptionKeyArgs, "tags"> {
  readonly tags?: Readonly<Record<string, string>>;
  /** Whether Pulumi refuses to delete and to replace the key and its alias. Default: false. */
  readonly protect?: boolean;
  /** Whether the key and its alias stay in AWS when they leave the stack. Default: false. */
  readonly retainOnDelete?: boolean;
}

/** A table of a workshop. */
export interface WorkshopTable extends Omit<EncryptedTableArgs, "encryption" | "tags"> {
  /** Whose key encrypts the table: `"customer-managed"` is the workshop's key. Default: that one. */
  readonly encryption?: "owned" | "aws-managed" | "customer-managed";
  /** Whether Pulumi refuses to delete and to replace the table and its items. Default: false. */
  readonly protect?: boolean;
}

/** A bucket of a workshop. */
export interface WorkshopBucket extends Pick<BucketArgs, "bucketName" | "bucketKeyEnabled"> {
  /** Whose key encrypts what is uploaded: `"customer-managed"` is the workshop's key. Default: that one. */
  readonly encryption?: "owned" | "customer-managed";
}

/** What the key's policy says of somebody. */
export interface KeyRights {
  /** Whether they manage the key. Default: false. */
  readonly keyAdministrator?: boolean;
  /** Whether they encrypt and decrypt with the key. Default: false. */
  readonly keyUser?: boolean;
}

/** A user of a workshop. */
export interface WorkshopUser extends Omit<UnprivilegedUserArgs, "tags">, KeyRights {}

/** A role of a workshop. */
export interface WorkshopRole extends Omit<RoleArgs, "tags">, KeyRights {
  /** Names of the workshop's users who may assume the role, apart from its principals. Default: none. */
  readonly userNames?: readonly string[];
}

/** The audit trail of a workshop. */
export interface WorkshopTrail {
  readonly trailName: string;
  /** Names of the workshop's users who may read it. Default: none. */
  readonly readers?: readonly string[];
}
