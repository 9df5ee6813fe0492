import type { UntagResourceCommandInput } from "@aws-sdk/client-secrets-manager";
import { operation, type Input } from "../../../operation.ts";
import { changeSecret } from "../changeSecret.ts";
import { secretAccess } from "../secretAccess.ts";

/** Removes tags from a secret. Keys that it does not have are passed over, as AWS does. */
export const untagResource = operation<Input<UntagResourceCommandInput>, object>({
  service: "secretsmanager",
  name: "UntagResource",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UntagResource.html",
  readOnly: false,
  access: (context, { SecretId, TagKeys }) => [
    secretAccess(context, "UntagResource", SecretId, { "aws:TagKeys": TagKeys }),
  ],
  run: (context, { SecretId, TagKeys }) =>
    changeSecret(context, SecretId, (secret) => {
      for (const key of TagKeys) secret.tags?.delete(key);
      secret.lastChangedAt = context.now;
      return {};
    }),
});
