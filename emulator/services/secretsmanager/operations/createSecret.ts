import type { CreateSecretCommandInput, CreateSecretCommandOutput } from "@aws-sdk/client-secrets-manager";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type NeededAccess, type Output } from "../../../operation.ts";
import { validateKey } from "../dataKeys.ts";
import { customerKey, keyConditions } from "../kmsKeyId.ts";
import { begunReplicas } from "../replica.ts";
import { checkReplicaRegions, replicaConditions } from "../replicaRegions.ts";
import { replicate } from "../replication.ts";
import { Secret } from "../secret.ts";
import { checkName } from "../secretName.ts";
import { givenValue } from "../secretValue.ts";
import { tagsWith } from "../tags.ts";
import { addVersion, madeBefore, requireToken } from "../versions.ts";

type CreateSecretInput = Input<CreateSecretCommandInput>;

/** Creates a secret, with or without a value. */
export const createSecret = operation<CreateSecretInput, Output<CreateSecretCommandOutput>>({
  service: "secretsmanager",
  name: "CreateSecret",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html",
  readOnly: false,
  unsupported: ["Type"],
  access: (context, input) => {
    checkName(input.Name);
    const create = creationAccess(context, input);
    if (!input.Tags?.length) return [create];
    return [create, { ...create, action: "secretsmanager:TagResource", conditions: requestTags(input.Tags) }];
  },
  run: async (context, input) => {
    const token = requireToken(input.ClientRequestToken);
    const value = givenValue(input);
    const { AddReplicaRegions: regions = [], ForceOverwriteReplicaSecret = false } = input;
    checkReplicaRegions(regions, context.region);
    const known = context.state.secretsmanager.named(input.Name);
    if (known) {
      const version = !known.deletionDate && value ? await madeBefore(context, known, token, value) : undefined;
      if (!version) throw nameIsTaken(known);
      return { ARN: known.arn, Name: known.name, VersionId: token };
    }
    const secret = newSecret(context, input);
    if (secret.kmsKeyId !== undefined) await validateKey(context, secret.arn, secret.kmsKeyId);
    if (value) await addVersion(context, secret, token, value);
    if (!context.state.secretsmanager.add(secret)) throw nameIsTaken(secret);
    await replicate(context, secret, regions, ForceOverwriteReplicaSecret);
    const ReplicationStatus = regions.length > 0 ? begunReplicas(secret, regions) : undefined;
    return { ARN: secret.arn, Name: secret.name, VersionId: value && token, ReplicationStatus };
  },
});

function newSecret({ state, accountId, now }: CallContext, input: CreateSecretInput): Secret {
  const { Name: name, Description, KmsKeyId, Tags } = input;
  const secret = new Secret({ arn: state.secretsmanager.newArn(name), name, accountId, createdAt: now });
  if (Description !== undefined) secret.description = Description;
  secret.kmsKeyId = customerKey(KmsKeyId);
  if (Tags?.length) secret.tags = tagsWith(secret, Tags);
  return secret;
}

/** A policy may name the ARN with the six characters to come: any six have to match. */
function creationAccess(context: CallContext, input: CreateSecretInput): NeededAccess {
  const { state, accountId } = context;
  const { Name: name, Description, KmsKeyId, AddReplicaRegions, ForceOverwriteReplicaSecret, Tags } = input;
  return {
    action: "secretsmanager:CreateSecret",
    resource: { arn: state.secretsmanager.newArn(name), accountId, shownAs: name, policyIsRequired: false },
    conditions: {
      "secretsmanager:Name": name,
      "secretsmanager:Description": Description,
      ...keyConditions(context, KmsKeyId),
      ...replicaConditions(AddReplicaRegions),
      "secretsmanager:ForceOverwriteReplicaSecret": ForceOverwriteReplicaSecret,
      ...requestTags(Tags),
    },
  };
}

function nameIsTaken({ name, deletionDate }: Secret): AwsError {
  if (!deletionDate) {
    return new AwsError("ResourceExistsException", `The operation failed because the secret ${name} already exists.`);
  }
  return new AwsError(
    "InvalidRequestException",
    "You can't create this secret because a secret with this name is already scheduled for deletion.",
  );
}
