import { createHash } from "node:crypto";
import { AwsError } from "../../../awsError.ts";

/** Source: DynamoDB API Reference, TransactWriteItems, `ClientRequestToken`. */
const lifetime = 10 * 60 * 1000;

/** Remembers transactions by their ClientRequestToken for ten minutes, so that none is made twice. Requests are kept as hashes. */
export class TransactionTokens {
  readonly #known = new Map<string, { readonly hash: string; readonly until: number }>();

  /** Whether this transaction has been made. Throws IdempotentParameterMismatchException if another has, under its token. */
  isDone(token: string, request: unknown, now: Date): boolean {
    const known = this.#known.get(token);
    if (!known || known.until <= now.getTime()) return false;
    if (known.hash === hashOf(request)) return true;
    throw new AwsError(
      "IdempotentParameterMismatchException",
      // In the words of the API Reference; the message is not recorded anywhere.
      "DynamoDB rejected the request because you retried a request with a different payload but with an idempotent " +
        "token that was already used.",
    );
  }

  remember(token: string, request: unknown, now: Date): void {
    for (const [other, { until }] of this.#known) if (until <= now.getTime()) this.#known.delete(other);
    this.#known.set(token, { hash: hashOf(request), until: now.getTime() + lifetime });
  }
}

/** The same for requests that differ in nothing but the order of their members. */
function hashOf(request: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(ordered(request)))
    .digest("hex");
}

function ordered(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .map(([name, member]) => [name, ordered(member)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}
