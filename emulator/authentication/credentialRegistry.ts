import { LatestMap } from "../latestMap.ts";
import type { Credential } from "./authenticate.ts";

interface Registered {
  readonly accountId: string;
  readonly lookup: () => Credential | undefined;
}

/** How many temporary keys, and how many that are gone, are remembered; the oldest are forgotten first. */
const capacity = 10_000;

/** Knows access keys that IAM or STS has made. */
export class CredentialRegistry {
  readonly #longTerm = new Map<string, Registered>();
  readonly #temporary = new LatestMap<string, Registered>(capacity);
  /** The accounts of removed keys. */
  readonly #removed = new LatestMap<string, string>(capacity);

  /** `lookup` is asked at each use: it returns nothing while the key is inactive. */
  register(accessKeyId: string, accountId: string, lookup: () => Credential | undefined): void {
    this.#longTerm.set(accessKeyId, { accountId, lookup });
  }

  /** The same for a key with a session token. */
  registerTemporary(accessKeyId: string, accountId: string, lookup: () => Credential | undefined): void {
    this.#temporary.set(accessKeyId, { accountId, lookup });
  }

  /** The account of a key, also of one that is inactive or removed. */
  accountOf(accessKeyId: string): string | undefined {
    return this.#registered(accessKeyId)?.accountId ?? this.#removed.get(accessKeyId);
  }

  remove(accessKeyId: string): void {
    const gone = this.#longTerm.get(accessKeyId);
    if (gone) this.#removed.set(accessKeyId, gone.accountId);
    this.#longTerm.delete(accessKeyId);
  }

  find(accessKeyId: string): Credential | undefined {
    return this.#registered(accessKeyId)?.lookup();
  }

  #registered(accessKeyId: string): Registered | undefined {
    return this.#longTerm.get(accessKeyId) ?? this.#temporary.get(accessKeyId);
  }
}
