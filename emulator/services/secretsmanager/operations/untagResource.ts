import type { UntagResourceCommandInput } from "@aws-sdk/client-secrets-manager";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type NeededAccess } from "../../../operation.ts";
import { changeSecret } from "../changeSecret.ts";
import { changeTags } from "../changeTags.ts";
import { secretAccess } from "../secretAccess.ts";

type UntagInput = Input<UntagResourceCommandInput>;

/** Removes tags from a secret. Keys that it does not have are passed over, as AWS does. */
export const untagResource = operation<UntagInput, object>({
  service: "secretsmanager",
  name: "UntagResource",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UntagResource.html",
  readOnly: false,
  access: (context, input) => [untaggingAccess(context, input)],
  run: (context, input) =>
    changeSecret(context, input.SecretId, (secret) => {
      const left = secret.tags && new Map(secret.tags);
      for (const key of input.TagKeys) left?.delete(key);
      changeTags(context, secret, left, () => untaggingAccess(context, input));
      return {};
    }),
});

function untaggingAccess(context: CallContext, { SecretId, TagKeys }: UntagInput): NeededAccess {
  return secretAccess(context, "UntagResource", SecretId, { "aws:TagKeys": TagKeys });
}
