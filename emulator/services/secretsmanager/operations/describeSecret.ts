import type { DescribeSecretCommandInput, DescribeSecretCommandOutput } from "@aws-sdk/client-secrets-manager";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findSecret } from "../findSecret.ts";
import { shownReplicas } from "../replica.ts";
import { secretAccess } from "../secretAccess.ts";
import { shownSecret, versionsToStages } from "../shownSecret.ts";

/** Tells everything about a secret but its value: no key is needed. */
export const describeSecret = operation<Input<DescribeSecretCommandInput>, Output<DescribeSecretCommandOutput>>({
  service: "secretsmanager",
  name: "DescribeSecret",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html",
  readOnly: true,
  access: (context, { SecretId }) => [secretAccess(context, "DescribeSecret", SecretId)],
  run: (context, { SecretId }) => {
    const secret = findSecret(context, SecretId);
    return {
      ...shownSecret(secret),
      VersionIdsToStages: versionsToStages(secret),
      ReplicationStatus: shownReplicas(secret),
    };
  },
});
