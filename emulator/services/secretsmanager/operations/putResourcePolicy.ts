import type { PutResourcePolicyCommandInput, PutResourcePolicyCommandOutput } from "@aws-sdk/client-secrets-manager";
import { operation, type Input, type Output } from "../../../operation.ts";
import { AwsError } from "../../../awsError.ts";
import { changeSecret } from "../changeSecret.ts";
import { isPublic } from "../../../authorization/isPublic.ts";
import { broadAccess, readResourcePolicy } from "../resourcePolicy.ts";
import { secretAccess } from "../secretAccess.ts";

/** Gives a secret a resource policy, in place of another. Throws PublicPolicyException for one that lets everyone in, if told to. */
export const putResourcePolicy = operation<
  Input<PutResourcePolicyCommandInput>,
  Output<PutResourcePolicyCommandOutput>
>({
  service: "secretsmanager",
  name: "PutResourcePolicy",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html",
  readOnly: false,
  access: (context, { SecretId, BlockPublicPolicy }) => [
    secretAccess(context, "PutResourcePolicy", SecretId, { "secretsmanager:BlockPublicPolicy": BlockPublicPolicy }),
  ],
  run: (context, { SecretId, ResourcePolicy, BlockPublicPolicy = false }) =>
    changeSecret(context, SecretId, (secret) => {
      const policy = readResourcePolicy(context, ResourcePolicy);
      if (BlockPublicPolicy && isPublic(policy)) throw new AwsError("PublicPolicyException", broadAccess);
      secret.resourcePolicy = policy;
      return { ARN: secret.arn, Name: secret.name };
    }),
});
