import type { TagResourceCommandInput } from "@aws-sdk/client-secrets-manager";
import { operation, type Input } from "../../../operation.ts";
import { changeSecret } from "../changeSecret.ts";
import { secretAccess } from "../secretAccess.ts";
import { addTags, requestTags } from "../tags.ts";

/** Adds tags to a secret, or changes their values. */
export const tagResource = operation<Input<TagResourceCommandInput>, object>({
  service: "secretsmanager",
  name: "TagResource",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_TagResource.html",
  readOnly: false,
  access: (context, { SecretId, Tags }) => [secretAccess(context, "TagResource", SecretId, requestTags(Tags))],
  run: (context, { SecretId, Tags }) =>
    changeSecret(context, SecretId, (secret) => {
      addTags(secret, Tags);
      secret.lastChangedAt = context.now;
      return {};
    }),
});
