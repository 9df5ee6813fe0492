import type {
  ListSecretVersionIdsCommandInput,
  ListSecretVersionIdsCommandOutput,
  SecretVersionsListEntry,
} from "@aws-sdk/client-secrets-manager";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findSecret } from "../findSecret.ts";
import { page } from "../page.ts";
import { listedStages, type SecretVersion } from "../secret.ts";
import { secretAccess } from "../secretAccess.ts";

/** Lists the versions of a secret; those without a label only when asked for. */
export const listSecretVersionIds = operation<
  Input<ListSecretVersionIdsCommandInput>,
  Output<ListSecretVersionIdsCommandOutput>
>({
  service: "secretsmanager",
  name: "ListSecretVersionIds",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecretVersionIds.html",
  readOnly: true,
  access: (context, { SecretId }) => [secretAccess(context, "ListSecretVersionIds", SecretId)],
  run: (context, input) => {
    const secret = findSecret(context, input.SecretId);
    const found = [...secret.versions.values()].filter(
      ({ stages }) => input.IncludeDeprecated === true || stages.size > 0,
    );
    const { items, nextToken } = page(found, ({ id }) => id, input);
    return { Versions: items.map(shownVersion), NextToken: nextToken, ARN: secret.arn, Name: secret.name };
  },
});

/** The default key goes by a name of its own here. Source: recorded answers. */
function shownVersion(version: SecretVersion): SecretVersionsListEntry {
  const { id, stages, value, lastAccessedOn, createdAt } = version;
  return {
    VersionId: id,
    VersionStages: stages.size > 0 ? listedStages(version) : undefined,
    LastAccessedDate: lastAccessedOn,
    CreatedDate: createdAt,
    KmsKeyIds: value?.wrappedKeys.map(({ kmsKeyId }) => kmsKeyId ?? "DefaultEncryptionKey"),
  };
}
