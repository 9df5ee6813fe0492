import { defaultAccountId } from "../../../../emulator/instance.ts";
import { createSecret } from "../../../../emulator/services/secretsmanager/operations/createSecret.ts";
import { rotateSecret } from "../../../../emulator/services/secretsmanager/operations/rotateSecret.ts";
import { region, tags, type ServiceSamples } from "./serviceSamples.ts";

export const secretsmanagerSamples: ServiceSamples = {
  service: "secretsmanager",
  keyActions: { CreateSecret: ["kms:GenerateDataKey", "kms:Decrypt"] },
  endings: {
    ResourceExistsException: ["UpdateSecret"],
    // The samples' replica is in another region than the samples.
    InvalidParameterException: ["DeleteSecret", "UpdateSecretVersionStage", "StopReplicationToReplica"],
  },
  make: async (invoke) => {
    const ClientRequestToken = "00000000-0000-4000-8000-000000000000";
    const { ARN } = await invoke(createSecret, { Name: "mine", SecretString: "x", Tags: tags, ClientRequestToken });
    const RotationLambdaARN = `arn:aws:lambda:${region}:${defaultAccountId}:function:rotate`;
    const rotation = { RotationLambdaARN, RotationRules: { AutomaticallyAfterDays: 30 }, RotateImmediately: false };
    await invoke(rotateSecret, { SecretId: "mine", ClientRequestToken, ...rotation });
    const replicated = { Name: "replicated", AddReplicaRegions: [{ Region: "eu-west-1" }], ClientRequestToken };
    const { ARN: replicatedArn } = await invoke(createSecret, replicated);
    return {
      members: {
        ...rotation,
        AddReplicaRegions: [{ Region: "eu-west-1" }],
        RemoveReplicaRegions: ["eu-west-1"],
        ClientRequestToken,
        Description: "",
        ForceDeleteWithoutRecovery: true,
        ForceOverwriteReplicaSecret: false,
        KmsKeyId: "alias/mine",
        BlockPublicPolicy: true,
        Name: "another",
        ResourcePolicy: JSON.stringify({
          Statement: {
            Effect: "Allow",
            Principal: { AWS: defaultAccountId },
            Action: "secretsmanager:GetSecretValue",
            Resource: "*",
          },
        }),
        SecretId: ARN,
        SecretString: "x",
        TagKeys: ["team"],
        Tags: tags,
        VersionId: ClientRequestToken,
        VersionStage: "AWSCURRENT",
      },
      ofOperation: {
        // A filter that finds nothing: each secret that is found needs a permission of its own.
        BatchGetSecretValue: { Filters: [{ Key: "name", Values: ["nothing"] }] },
        DeleteSecret: { RecoveryWindowInDays: 7 },
        RemoveRegionsFromReplication: { SecretId: replicatedArn },
      },
    };
  },
};
