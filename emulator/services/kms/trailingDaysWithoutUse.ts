import type { ConditionValues } from "../../authorization/conditions/conditionContext.ts";
import type { CallContext } from "../../callContext.ts";
import type { KmsKey } from "./kmsKey.ts";

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/**
 * For the operations that take a key out of use: for how many whole days nobody has used it, since its creation if nobody
 * ever has. Source: Service Authorization Reference, `kms:TrailingDaysWithoutKeyUsage`; how AWS rounds is not recorded.
 */
export function trailingDaysWithoutUse({ now }: CallContext, { lastUse, createdAt }: KmsKey): ConditionValues {
  const since = lastUse?.date ?? createdAt;
  // Of two calls at once, the other may have used the key later than this one began.
  const milliseconds = Math.max(0, now.getTime() - since.getTime());
  return { "kms:TrailingDaysWithoutKeyUsage": Math.floor(milliseconds / millisecondsPerDay) };
}
