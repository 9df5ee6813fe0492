import { accountStatement } from "./accountStatement.ts";
import type { PolicyDocument } from "./policyDocument.ts";

/**
 * The key policy that KMS gives a key created through the API without one.
 * Source: KMS Developer Guide, "Default key policy".
 *
 * @param accountRoot the root ARN of the key's account.
 */
export function defaultKeyPolicy(accountRoot: string): PolicyDocument {
  return { Version: "2012-10-17", Id: "key-default-1", Statement: [accountStatement(accountRoot)] };
}
