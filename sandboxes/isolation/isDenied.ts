import { readRefusal } from "../../runner/readRefusal.ts";

/**
 * Whether AWS refuses something because it is not allowed. Anything else counts as a break: that it went well, and that it failed for another reason,
 * as then it was allowed.
 *
 * @throws what is no answer of AWS.
 */
export async function isDenied(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return false;
  } catch (error) {
    const refusal = readRefusal(error);
    if (refusal === undefined) throw error;
    return refusal.denial !== undefined;
  }
}
