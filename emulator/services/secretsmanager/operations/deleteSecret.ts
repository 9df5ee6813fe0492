import type { DeleteSecretCommandInput, DeleteSecretCommandOutput } from "@aws-sdk/client-secrets-manager";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { addDays } from "../day.ts";
import { findLivingSecret, locateSecret } from "../findSecret.ts";
import { refuseReplica } from "../refuseReplica.ts";
import type { Secret } from "../secret.ts";
import { secretAccess } from "../secretAccess.ts";

type DeleteSecretInput = Input<DeleteSecretCommandInput>;

/** Source: Secrets Manager API Reference, `RecoveryWindowInDays`. */
const window = { shortest: 7, longest: 30, default: 30 };

/** Schedules a secret for deletion, or deletes it at once. */
export const deleteSecret = operation<DeleteSecretInput, Output<DeleteSecretCommandOutput>>({
  service: "secretsmanager",
  name: "DeleteSecret",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html",
  readOnly: false,
  access: (context, { SecretId, ForceDeleteWithoutRecovery, RecoveryWindowInDays }) => [
    secretAccess(context, "DeleteSecret", SecretId, {
      "secretsmanager:ForceDeleteWithoutRecovery": ForceDeleteWithoutRecovery,
      "secretsmanager:RecoveryWindowInDays": RecoveryWindowInDays,
    }),
  ],
  run: (context, input) => {
    checkWindow(input);
    if (input.ForceDeleteWithoutRecovery) return deleteAtOnce(context, input.SecretId);
    const secret = findLivingSecret(context, input.SecretId);
    checkIsAlone(secret);
    secret.deletionDate = addDays(context.now, input.RecoveryWindowInDays ?? window.default);
    return { ARN: secret.arn, Name: secret.name, DeletionDate: secret.deletionDate };
  },
});

/** Succeeds without a secret too. Source: Secrets Manager API Reference, `ForceDeleteWithoutRecovery`. */
function deleteAtOnce(context: CallContext, secretId: string): Output<DeleteSecretCommandOutput> {
  const { arn, secret } = locateSecret(context, secretId);
  if (secret) checkIsAlone(secret);
  // The secret may be another account's: its resource policy has let the caller in.
  if (secret) context.instance.region(secret.accountId, context.region).secretsmanager.remove(secret);
  return { ARN: arn, Name: secret?.name ?? secretId, DeletionDate: context.now };
}

/** Source of the message: public transcripts (cloud-nuke, issue 435). */
function checkIsAlone(secret: Secret): void {
  refuseReplica(secret);
  if (secret.replicas.size === 0) return;
  const regions = [...secret.replicas.keys()].sort().join(", ");
  throw invalid(`You can't delete secret ${secret.arn} that still has replica regions [${regions}].`);
}

function checkWindow({ RecoveryWindowInDays: days, ForceDeleteWithoutRecovery }: DeleteSecretInput): void {
  if (days === undefined) return;
  if (days < window.shortest || days > window.longest) {
    throw invalid(
      `The RecoveryWindowInDays value must be between ${window.shortest} and ${window.longest} days (inclusive).`,
    );
  }
  if (ForceDeleteWithoutRecovery) {
    throw invalid("You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
  }
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterException", message);
}
