import type {
  UpdateSecretVersionStageCommandInput,
  UpdateSecretVersionStageCommandOutput,
} from "@aws-sdk/client-secrets-manager";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { changeSecret } from "../changeSecret.ts";
import { current, type Secret, type SecretVersion } from "../secret.ts";
import { secretAccess } from "../secretAccess.ts";
import { requireRoomForLabels } from "../versionLimits.ts";

type UpdateStageInput = Input<UpdateSecretVersionStageCommandInput>;

/** Moves a staging label from one version to another, attaches it, or takes it off. */
export const updateSecretVersionStage = operation<UpdateStageInput, Output<UpdateSecretVersionStageCommandOutput>>({
  service: "secretsmanager",
  name: "UpdateSecretVersionStage",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html",
  readOnly: false,
  access: (context, { SecretId, VersionStage }) => [
    secretAccess(context, "UpdateSecretVersionStage", SecretId, { "secretsmanager:VersionStage": VersionStage }),
  ],
  run: (context, input) =>
    changeSecret(context, input.SecretId, (secret) => {
      moveLabel(secret, input);
      secret.lastChangedAt = context.now;
      return { ARN: secret.arn, Name: secret.name };
    }),
});

function moveLabel(secret: Secret, input: UpdateStageInput): void {
  const { VersionStage: stage, MoveToVersionId, RemoveFromVersionId } = input;
  const target = MoveToVersionId === undefined ? undefined : findVersion(secret, MoveToVersionId);
  const holder = secret.staged(stage);
  checkHolder(secret, input, holder);
  if (target) {
    requireRoomForLabels(secret, [stage]);
    secret.attach(stage, target);
  } else if (stage === current) {
    throw invalid(
      `You can only move staging label ${current} to a different secret version. It can't be completely removed.`,
    );
  } else if (RemoveFromVersionId !== undefined) holder?.stages.delete(stage);
}

/** A label that is in use moves only if the request says where it is. */
function checkHolder(secret: Secret, input: UpdateStageInput, holder: SecretVersion | undefined): void {
  const { VersionStage: stage, RemoveFromVersionId, MoveToVersionId } = input;
  if (RemoveFromVersionId !== undefined) {
    if (findVersion(secret, RemoveFromVersionId) === holder) return;
    throw invalid(`The staging label ${stage} is not attached to version ${RemoveFromVersionId}.`);
  }
  if (!holder || holder.id === MoveToVersionId) return;
  throw invalid(
    `The parameter RemoveFromVersionId can't be empty. Staging label ${stage} is currently attached to version ${holder.id}, so you must explicitly reference that version in RemoveFromVersionId.`,
  );
}

function findVersion(secret: Secret, id: string): SecretVersion {
  const version = secret.versions.get(id);
  if (version) return version;
  throw new AwsError(
    "ResourceNotFoundException",
    `Secrets Manager can't find the specified secret value for VersionId: ${id}`,
  );
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
