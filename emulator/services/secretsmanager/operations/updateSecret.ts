import type { UpdateSecretCommandInput, UpdateSecretCommandOutput } from "@aws-sdk/client-secrets-manager";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { validateKey } from "../dataKeys.ts";
import { addKey } from "../encryption.ts";
import { findLivingSecret } from "../findSecret.ts";
import { changeSecret } from "../changeSecret.ts";
import { customerKey, keyConditions } from "../kmsKeyId.ts";
import { synchronize } from "../replication.ts";
import { current, pending, previous, type Secret } from "../secret.ts";
import { secretAccess } from "../secretAccess.ts";
import { givenValue } from "../secretValue.ts";
import { addVersion, requireToken, tokenIsTaken } from "../versions.ts";

type UpdateSecretInput = Input<UpdateSecretCommandInput>;

/** Changes a secret's description, its key, or, with a new version, its value. */
export const updateSecret = operation<UpdateSecretInput, Output<UpdateSecretCommandOutput>>({
  service: "secretsmanager",
  name: "UpdateSecret",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecret.html",
  readOnly: false,
  unsupported: ["Type"],
  access: (context, { SecretId, Description, KmsKeyId }) => [
    secretAccess(context, "UpdateSecret", SecretId, {
      "secretsmanager:Description": Description,
      ...keyConditions(context, KmsKeyId),
    }),
  ],
  run: (context, input) => {
    const token = requireToken(input.ClientRequestToken);
    const value = givenValue(input);
    if (isAboutKeyAlone(input)) return changeKeyAlone(context, input);
    return changeSecret(context, input.SecretId, async (secret) => {
      if (value && secret.versions.has(token)) throw tokenIsTaken(secret, token);
      if (input.KmsKeyId !== undefined) await changeKey(context, secret, customerKey(input.KmsKeyId));
      if (value) await addVersion(context, secret, token, value);
      if (input.Description !== undefined) secret.description = input.Description;
      secret.lastChangedAt = context.now;
      return { ARN: secret.arn, Name: secret.name, VersionId: value && token };
    });
  },
});

function isAboutKeyAlone({ KmsKeyId, Description, SecretString, SecretBinary }: UpdateSecretInput): boolean {
  return KmsKeyId !== undefined && [Description, SecretString, SecretBinary].every((given) => given === undefined);
}

/** The one change that is a replica's own, too. Source: Secrets Manager User Guide, "Promote a replica secret". */
async function changeKeyAlone(context: CallContext, { SecretId, KmsKeyId }: UpdateSecretInput) {
  const secret = findLivingSecret(context, SecretId);
  await changeKey(context, secret, customerKey(KmsKeyId));
  secret.lastChangedAt = context.now;
  await synchronize(context, secret);
  return { ARN: secret.arn, Name: secret.name };
}

/** The versions in use become readable under the new key, and stay so under the old one. */
async function changeKey(context: CallContext, secret: Secret, kmsKeyId: string | undefined): Promise<void> {
  if (kmsKeyId === secret.kmsKeyId) return;
  if (kmsKeyId !== undefined) await validateKey(context, secret.arn, kmsKeyId);
  const inUse = new Set([current, pending, previous].map((stage) => secret.staged(stage)));
  for (const version of inUse) {
    if (!version) continue;
    const identity = { secretArn: secret.arn, versionId: version.id };
    if (version.value) version.value = await addKey(context, identity, kmsKeyId, version.value);
  }
  secret.kmsKeyId = kmsKeyId;
}
