import type { SSEDescription } from "@aws-sdk/client-dynamodb";
import type { Principal } from "../../principal.ts";

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
 * What stays in the cache is that a principal has done so, and until when; the items themselves are not encrypted in
 * memory, so that there is no use for the plaintext.
 */
export class TableKey {
  readonly keyArn: string;
  /** Bound to the wrapped key, and the constraint of the grants. */
  readonly encryptionContext: Record<string, string>;
  readonly wrapped: Uint8Array;
  /** The grants on the KMS key that DynamoDB has for this table. */
  readonly grantIds: readonly string[];
  readonly createdAt: Date;
  readonly #openUntil = new Map<string, number>();

  constructor({ keyArn, encryptionContext, wrapped, grantIds, createdAt }: NewTableKey) {
    this.keyArn = keyArn;
    this.encryptionContext = { ...encryptionContext };
    this.wrapped = wrapped;
    this.grantIds = grantIds;
    this.createdAt = createdAt;
  }

  /** Whether this principal has had the key decrypted less than five minutes ago, on the instance's clock. */
  isOpenTo(principal: Principal, now: Date): boolean {
    return now.getTime() < (this.#openUntil.get(holderOf(principal)) ?? 0);
  }

  /** Remembers that KMS has decrypted the key for this principal. */
  opened(principal: Principal, now: Date): void {
    for (const [holder, until] of this.#openUntil) {
      if (until <= now.getTime()) this.#openUntil.delete(holder);
    }
    this.#openUntil.set(holderOf(principal), now.getTime() + cacheMilliseconds);
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
