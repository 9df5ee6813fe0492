import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { CreateRoleCommand, CreateUserCommand } from "@aws-sdk/client-iam";
import { CreateAliasCommand, CreateKeyCommand } from "@aws-sdk/client-kms";
import { CreateSecretCommand } from "@aws-sdk/client-secrets-manager";
import { clientsFor, type Emulator } from "../support/emulator.ts";

/** Makes one of everything, under the names that made-up requests use. */
export async function makeThings(emulator: Emulator): Promise<void> {
  const { dynamoDb, iam, kms, secretsManager } = clientsFor(emulator);
  const trust = { Statement: { Effect: "Allow", Principal: { AWS: "000000000000" }, Action: "sts:AssumeRole" } };
  await iam.send(new CreateUserCommand({ UserName: "Alice" }));
  await iam.send(new CreateRoleCommand({ RoleName: "reader", AssumeRolePolicyDocument: JSON.stringify(trust) }));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  await kms.send(new CreateAliasCommand({ AliasName: "alias/mine", TargetKeyId: KeyMetadata?.KeyId }));
  await secretsManager.send(new CreateSecretCommand({ Name: "mine", SecretString: "x", KmsKeyId: "alias/mine" }));
  await dynamoDb.send(
    new CreateTableCommand({
      TableName: "people",
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
      SSESpecification: { Enabled: true, SSEType: "KMS", KMSMasterKeyId: KeyMetadata?.Arn },
    }),
  );
}
