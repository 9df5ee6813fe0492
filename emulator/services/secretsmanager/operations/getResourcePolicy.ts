import type { GetResourcePolicyCommandInput, GetResourcePolicyCommandOutput } from "@aws-sdk/client-secrets-manager";
import { operation, type Input, type Output } from "../../../operation.ts";
import { policyAsShown } from "../../../authorization/policyAsShown.ts";
import { findLivingSecret } from "../findSecret.ts";
import { secretAccess } from "../secretAccess.ts";

/** Shows a secret's resource policy. A user or role in it that is gone appears under its unique id. */
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
    const { arn, name, resourcePolicy } = secret;
    return { ARN: arn, Name: name, ResourcePolicy: resourcePolicy && policyAsShown(context.instance, resourcePolicy) };
  },
});
