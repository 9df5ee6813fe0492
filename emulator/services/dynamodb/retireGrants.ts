import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { retireGrant } from "../kms/operations/retireGrant.ts";

/**
 * Gives back DynamoDB's grants on the key of a table, as DynamoDB itself. Whatever KMS answers is passed over: the grant may have been
 * revoked and the key deleted, and a table can be deleted all the same.
 */
export async function retireGrants(
  context: CallContext,
  tableArn: string,
  keyArn: string,
  grantIds: readonly string[],
): Promise<void> {
  for (const GrantId of grantIds) {
    try {
      await context.callAsService("dynamodb", retireGrant, { KeyId: keyArn, GrantId }, tableArn);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
    }
  }
}
