import type { GetSecretValueCommandInput, GetSecretValueCommandOutput } from "@aws-sdk/client-secrets-manager";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { dayOf } from "../day.ts";
import { findLivingSecret } from "../findSecret.ts";
import { current, listedStages, type Secret, type SecretVersion } from "../secret.ts";
import { secretAccess } from "../secretAccess.ts";
import { noValue, valueOf } from "../versions.ts";

type GetSecretValueInput = Input<GetSecretValueCommandInput>;

/** Decrypts a version of a secret as the caller: the current one, unless another is named by its id or a label. */
export const getSecretValue = operation<GetSecretValueInput, Output<GetSecretValueCommandOutput>>({
  service: "secretsmanager",
  name: "GetSecretValue",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html",
  readOnly: true,
  access: (context, { SecretId, VersionId, VersionStage }) => [
    secretAccess(context, "GetSecretValue", SecretId, {
      "secretsmanager:VersionId": VersionId,
      "secretsmanager:VersionStage": VersionStage,
    }),
  ],
  run: async (context, input) => {
    const secret = findLivingSecret(context, input.SecretId);
    refuseStrangersUnderAwsManagedKey(context, secret);
    const version = findVersion(secret, input);
    const value = await valueOf(context, secret, version);
    noteAccess(context, secret);
    noteAccess(context, version);
    return {
      ARN: secret.arn,
      Name: secret.name,
      VersionId: version.id,
      ...value,
      VersionStages: version.stages.size > 0 ? listedStages(version) : undefined,
      CreatedDate: version.createdAt,
    };
  },
});

/** The first access of a day is all that anybody can see of it. */
function noteAccess({ instance, now }: CallContext, accessed: { lastAccessedOn?: Date }): void {
  const today = dayOf(now);
  if (accessed.lastAccessedOn?.getTime() === today.getTime()) return;
  accessed.lastAccessedOn = today;
  instance.tape.leaveSomething();
}

/** Source: Secrets Manager User Guide, "Access AWS Secrets Manager secrets from a different account"; public transcripts. */
function refuseStrangersUnderAwsManagedKey({ accountId }: CallContext, secret: Secret): void {
  if (secret.accountId === accountId || secret.kmsKeyId !== undefined) return;
  throw new AwsError(
    "InvalidRequestException",
    "You can't access a secret from a different AWS account if you encrypt the secret with the default KMS service key.",
  );
}

/** Source of the messages: recorded answers. */
function findVersion(secret: Secret, { VersionId: id, VersionStage: stage }: GetSecretValueInput): SecretVersion {
  const version = id === undefined ? secret.staged(stage ?? current) : secret.versions.get(id);
  if (!version?.value) throw noValue(id === undefined ? `staging label: ${stage ?? current}` : `VersionId: ${id}`);
  if (stage === undefined || version.stages.has(stage)) return version;
  throw new AwsError(
    "InvalidRequestException",
    "You provided a VersionStage that is not associated to the provided VersionId.",
  );
}
