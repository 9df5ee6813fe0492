import type { GrantFact } from "../../authorization/accessRequest.ts";
import type { Grant } from "./grant.ts";
import type { KeyState } from "./kmsKey.ts";

/** Who uses a key by a grant, and with which encryption context. */
export interface KeyUse {
  /** The name of a service: `dynamodb.us-east-1.amazonaws.com`. */
  readonly grantee: string;
  readonly operation: string;
  readonly encryptionContext: Readonly<Record<string, string>>;
}

/** From when on a key could be used, or could not. */
export interface Availability {
  readonly from: Date;
  readonly isAvailable: boolean;
}

/** A grant while it was in force. */
interface PastGrant {
  readonly grant: Grant;
  readonly endedAt?: Date;
}

/**
 * What has become of a key and its grants over time, for services that look after the keys of their resources now and then:
 * such looks are no calls, and leave no trace in CloudTrail.
 */
export class KeyHistory {
  readonly #states: { readonly from: Date; readonly state: KeyState }[] = [];
  readonly #endedGrants: PastGrant[] = [];

  /** The key's state from now on. Every key is enabled until something else is said. */
  changedTo(state: KeyState, now: Date): void {
    const last = this.#states.at(-1)?.state ?? "Enabled";
    if (state !== last) this.#states.push({ from: now, state });
  }

  /** A grant was revoked or retired. */
  ended(grant: Grant, now: Date): void {
    this.#endedGrants.push({ grant, endedAt: now });
  }

  /**
   * When a use was possible and when not, in the order of time; `grants` are those still in force. Nothing is said of a key to
   * which nothing has happened: services ask often, and keys may have many grants.
   */
  availability(grants: Iterable<Grant>, use: KeyUse): Availability[] {
    if (this.#states.length === 0 && this.#endedGrants.length === 0) return [];
    const present = [...grants].map((grant): PastGrant => ({ grant }));
    const allowing = [...this.#endedGrants, ...present].filter(({ grant }) => allows(grant, use));
    const moments = [
      ...this.#states.map(({ from }) => from),
      ...allowing.flatMap(({ grant, endedAt }) => [grant.createdAt, ...(endedAt ? [endedAt] : [])]),
    ].sort((a, b) => a.getTime() - b.getTime());
    return moments.map((from) => ({
      from,
      isAvailable: this.#wasEnabled(from) && allowing.some((past) => wasInForce(past, from)),
    }));
  }

  #wasEnabled(at: Date): boolean {
    const last = this.#states.filter(({ from }) => from <= at).at(-1);
    return last === undefined || last.state === "Enabled";
  }
}

function wasInForce({ grant, endedAt }: PastGrant, at: Date): boolean {
  return grant.createdAt <= at && (endedAt === undefined || endedAt > at);
}

function allows(grant: GrantFact, { grantee, operation, encryptionContext }: KeyUse): boolean {
  const constraints = Object.entries({ ...grant.encryptionContextEquals, ...grant.encryptionContextSubset });
  return (
    grant.granteePrincipal === grantee &&
    grant.operations.includes(operation) &&
    constraints.every(([name, value]) => encryptionContext[name] === value)
  );
}
