import { defaultAccountId } from "../../../../emulator/instance.ts";
import { createSecret } from "../../../../emulator/services/secretsmanager/operations/createSecret.ts";
import { tags, type ServiceSamples } from "./serviceSamples.ts";

export const secretsmanagerSamples: ServiceSamples = {
  service: "secretsmanager",
  keyActions: { CreateSecret: ["kms:GenerateDataKey", "kms:Decrypt"] },
  endings: {
    ResourceExistsException: ["UpdateSecret"],
    InvalidParameterException: ["DeleteSecret", "UpdateSecretVersionStage"],
  },
  make: async (invoke) => {
    const ClientRequestToken = "00000000-0000-4000-8000-000000000000";
    const { ARN } = await invoke(createSecret, { Name: "mine", SecretString: "x", Tags: tags, ClientRequestToken });
    return {
      members: {
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
      ofOperation: { DeleteSecret: { RecoveryWindowInDays: 7 } },
    };
  },
};
