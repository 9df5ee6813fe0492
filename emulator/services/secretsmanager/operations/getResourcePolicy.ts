import type { GetResourcePolicyCommandInput, GetResourcePolicyCommandOutput } from "@aws-sdk/client-secrets-manager";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findLivingSecret } from "../findSecret.ts";
import { secretAccess } from "../secretAccess.ts";

/** Tells a secret's resource policy. There is none: PutResourcePolicy is not carried yet, and says so. */
export const getResourcePolicy = operation<
  Input<GetResourcePolicyCommandInput>,
  Output<GetResourcePolicyCommandOutput>
>({
  service: "secretsmanager",
  name: "GetResourcePolicy",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetResourcePolicy.html",
  readOnly: true,
  access: (context, { SecretId }) => [secretAccess(context, "GetResourcePolicy", SecretId)],
  run: (context, { SecretId }) => {
    const secret = findLivingSecret(context, SecretId);
    return { ARN: secret.arn, Name: secret.name };
  },
});
