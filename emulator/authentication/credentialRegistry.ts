import type { Credential } from "./authenticate.ts";

/** Knows access keys that IAM or STS has made. */
export class CredentialRegistry {
  readonly #lookups = new Map<string, () => Credential | undefined>();
  readonly #accountIds = new Map<string, string>();

  /** `lookup` is asked at each use: it returns nothing while the key is inactive. */
  register(accessKeyId: string, accountId: string, lookup: () => Credential | undefined): void {
    this.#lookups.set(accessKeyId, lookup);
    this.#accountIds.set(accessKeyId, accountId);
  }

  /** The account of a key, also of one that is inactive or removed. */
  accountOf(accessKeyId: string): string | undefined {
    return this.#accountIds.get(accessKeyId);
  }

  remove(accessKeyId: string): void {
    this.#lookups.delete(accessKeyId);
  }

  find(accessKeyId: string): Credential | undefined {
    return this.#lookups.get(accessKeyId)?.();
  }
}
