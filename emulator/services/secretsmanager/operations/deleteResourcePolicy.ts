import type {
  DeleteResourcePolicyCommandInput,
  DeleteResourcePolicyCommandOutput,
} from "@aws-sdk/client-secrets-manager";
import { operation, type Input, type Output } from "../../../operation.ts";
import { changeSecret } from "../changeSecret.ts";
import { secretAccess } from "../secretAccess.ts";

/** Takes the resource policy from a secret; that it has none is no error. */
export const deleteResourcePolicy = operation<
  Input<DeleteResourcePolicyCommandInput>,
  Output<DeleteResourcePolicyCommandOutput>
>({
  service: "secretsmanager",
  name: "DeleteResourcePolicy",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteResourcePolicy.html",
  readOnly: false,
  access: (context, { SecretId }) => [secretAccess(context, "DeleteResourcePolicy", SecretId)],
  run: (context, { SecretId }) =>
    changeSecret(context, SecretId, (secret) => {
      secret.resourcePolicy = undefined;
      return { ARN: secret.arn, Name: secret.name };
    }),
});
