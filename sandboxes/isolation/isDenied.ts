import { setTimeout } from "node:timers/promises";
import { readRefusal } from "../../runner/readRefusal.ts";
import type { Patience } from "../../runner/waiting/patience.ts";

/** How long an access key that was made a moment ago is waited for, in milliseconds. */
export type Waiting = Pick<Patience, "limit" | "pause">;

/**
 * Whether AWS refuses something because it is not allowed. Anything else counts as a break: that it went well, and that it failed for another reason,
 * as then it was allowed. That AWS does not know the access key yet is neither: it is asked again.
 *
 * @throws what is no answer of AWS, and what AWS answers to an access key that it does not come to know.
 */
export async function isDenied(ask: () => Promise<unknown>, { limit, pause }: Waiting): Promise<boolean> {
  const end = performance.now() + limit;
  for (;;) {
    try {
      await ask();
      return false;
    } catch (error) {
      const refusal = readRefusal(error);
      if (refusal === undefined) throw error;
      if (!unknownKey.has(refusal.code)) return refusal.denial !== undefined;
      if (performance.now() + pause > end) throw error;
    }
    await setTimeout(pause);
  }
}

/** Sources: "Common errors" in the API References of STS and IAM, KMS and DynamoDB; "Error responses" in that of S3. */
const unknownKey: ReadonlySet<string> = new Set([
  "AuthFailure",
  "InvalidAccessKeyId",
  "InvalidClientTokenId",
  "UnrecognizedClientException",
]);
