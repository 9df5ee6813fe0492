import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";

/** The permission on a global table of version 2017.11.29. Source: Service Authorization Reference, "Amazon DynamoDB". */
export function globalTableAccess({ accountId }: CallContext, action: string, name: string): NeededAccess {
  const arn = `arn:aws:dynamodb::${accountId}:global-table/${name}`;
  return { action, resource: { arn, accountId, policyIsRequired: false } };
}

/** What AWS answers where there is no global table of this version, also for a table's own name. */
export function globalTableNotFound(sentence: string): AwsError {
  return new AwsError("GlobalTableNotFoundException", sentence);
}
