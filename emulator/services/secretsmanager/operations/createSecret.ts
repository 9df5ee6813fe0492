import type { CreateSecretCommandInput, CreateSecretCommandOutput } from "@aws-sdk/client-secrets-manager";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type NeededAccess, type Output } from "../../../operation.ts";
import { validateKey } from "../dataKeys.ts";
import { customerKey } from "../kmsKeyId.ts";
import { Secret } from "../secret.ts";
import { checkName } from "../secretName.ts";
import { givenValue } from "../secretValue.ts";
import { addTags, requestTags } from "../tags.ts";
import { addVersion, madeBefore, requireToken } from "../versions.ts";

type CreateSecretInput = Input<CreateSecretCommandInput>;

/** Creates a secret, with or without a value. */
export const createSecret = operation<CreateSecretInput, Output<CreateSecretCommandOutput>>({
  service: "secretsmanager",
  name: "CreateSecret",
  documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html",
  readOnly: false,
  // ForceOverwriteReplicaSecret says nothing without replicas, and clients send it always.
  unsupported: ["AddReplicaRegions", "Type"],
  access: (context, input) => {
    checkName(input.Name);
    const create = creationAccess(context, input);
    if (!input.Tags?.length) return [create];
    return [create, { ...create, action: "secretsmanager:TagResource", conditions: requestTags(input.Tags) }];
  },
  run: async (context, input) => {
    const token = requireToken(input.ClientRequestToken);
    const value = givenValue(input);
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
    return { ARN: secret.arn, Name: secret.name, VersionId: value && token };
  },
});

function newSecret({ state, accountId, now }: CallContext, input: CreateSecretInput): Secret {
  const { Name: name, Description, KmsKeyId, Tags } = input;
  const secret = new Secret({ arn: state.secretsmanager.newArn(name), name, accountId, createdAt: now });
  if (Description !== undefined) secret.description = Description;
  secret.kmsKeyId = customerKey(KmsKeyId);
  if (Tags?.length) addTags(secret, Tags);
  return secret;
}

/** A policy may name the ARN with the six characters to come: any six have to match. */
function creationAccess({ state, accountId }: CallContext, input: CreateSecretInput): NeededAccess {
  const { Name: name, Description, KmsKeyId, ForceOverwriteReplicaSecret, Tags } = input;
  return {
    action: "secretsmanager:CreateSecret",
    resource: { arn: state.secretsmanager.newArn(name), accountId, shownAs: name, policyIsRequired: false },
    conditions: {
      "secretsmanager:Name": name,
      "secretsmanager:Description": Description,
      "secretsmanager:KmsKeyId": KmsKeyId,
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
