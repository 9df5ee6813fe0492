import type { TagResourceCommandInput } from "@aws-sdk/client-secrets-manager";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type NeededAccess } from "../../../operation.ts";
import { changeSecret } from "../changeSecret.ts";
import { changeTags } from "../changeTags.ts";
import { secretAccess } from "../secretAccess.ts";
import { tagsWith } from "../tags.ts";

type TagInput = Input<TagResourceCommandInput>;

/** Adds tags to a secret, or changes their values. */
export const tagResource = operation<TagInput, object>({
  service: "secretsmanager",
  name: "TagResource",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_TagResource.html",
  readOnly: false,
  access: (context, input) => [taggingAccess(context, input)],
  run: (context, input) =>
    changeSecret(context, input.SecretId, (secret) => {
      changeTags(context, secret, tagsWith(secret, input.Tags), () => taggingAccess(context, input));
      return {};
    }),
});

function taggingAccess(context: CallContext, { SecretId, Tags }: TagInput): NeededAccess {
  return secretAccess(context, "TagResource", SecretId, requestTags(Tags));
}
