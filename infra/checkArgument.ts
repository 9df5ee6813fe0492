import { refusal } from "./refusal.ts";
import type { Rule } from "./rules/rule.ts";

/**
 * Refuses a wrong argument, so that nothing is created with it. An argument that was left out is fine.
 *
 * @param owner whose argument it is, such as `EncryptionKey "key"`.
 * @throws pulumi.RunError, which the engine prints as a sentence without a stack trace.
 */
export function checkArgument<Value>(
  owner: string,
  argument: string,
  value: Value | undefined,
  rule: Rule<Value>,
): void {
  if (value === undefined || rule.accepts(value)) return;
  throw refusal(`${owner}: ${argument} is ${JSON.stringify(value)}; allowed is ${rule.allowed}.`);
}
