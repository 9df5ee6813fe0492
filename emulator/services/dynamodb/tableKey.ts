import type { SSEDescription } from "@aws-sdk/client-dynamodb";
import type { Principal } from "../../principal.ts";
import { keyAddress, type KeyAddress } from "../kms/keyAvailability.ts";
import type { ItemCipher } from "./storage/itemCipher.ts";

/**
 * How long a table key stays open to a caller after it was decrypted.
 * Source: DynamoDB Developer Guide, "How Amazon DynamoDB uses AWS KMS", table key caching; recorded: GetItem worked for
 * 332 seconds after DisableKey.
 */
const cacheMilliseconds = 5 * 60 * 1000;

/** What a table key is made of. */
export interface NewTableKey {
  readonly keyArn: string;
  readonly encryptionContext: Readonly<Record<string, string>>;
  readonly wrapped: Uint8Array;
  readonly grantIds: readonly string[];
  readonly createdAt: Date;
}

/**
 * The data key of a table, encrypted under a KMS key. It is kept wrapped: whoever works with items must have it decrypted.
 * What that gave stays in the cache for whom it was decrypted; without it nobody can read the items.
 */
export class TableKey {
  readonly keyArn: string;
  readonly keyAddress: KeyAddress;
  /** Bound to the wrapped key, and the constraint of the grants. */
  readonly encryptionContext: Record<string, string>;
  readonly wrapped: Uint8Array;
  /** The grants on the KMS key that DynamoDB has for this table. */
  readonly grantIds: readonly string[];
  readonly createdAt: Date;
  readonly #opened = new Map<string, { readonly cipher: ItemCipher; readonly until: number }>();

  constructor({ keyArn, encryptionContext, wrapped, grantIds, createdAt }: NewTableKey) {
    this.keyArn = keyArn;
    this.keyAddress = keyAddress(keyArn);
    this.encryptionContext = { ...encryptionContext };
    this.wrapped = wrapped;
    this.grantIds = grantIds;
    this.createdAt = createdAt;
  }

  /** What opens the items, if this principal has had the key decrypted less than five minutes ago, on the instance's clock. */
  openedTo(principal: Principal, now: Date): ItemCipher | undefined {
    this.#forgetExpired(now);
    return this.#opened.get(holderOf(principal))?.cipher;
  }

  /** Remembers what KMS has decrypted for this principal. */
  open(principal: Principal, now: Date, cipher: ItemCipher): void {
    this.#opened.set(holderOf(principal), { cipher, until: now.getTime() + cacheMilliseconds });
  }

  #forgetExpired(now: Date): void {
    for (const [holder, { until }] of this.#opened) {
      if (until <= now.getTime()) this.#opened.delete(holder);
    }
  }

  describe(): SSEDescription {
    return { Status: "ENABLED", SSEType: "KMS", KMSMasterKeyArn: this.keyArn };
  }
}

/** A user by unique id; others by session: sessions of the same name, made one after the other, are different callers. */
function holderOf(principal: Principal): string {
  return principal.kind === "role session" || principal.kind === "federated user"
    ? `${principal.principalId}@${principal.issuedAt.getTime()}`
    : principal.principalId;
}
