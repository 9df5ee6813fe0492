import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreatePolicyCommand,
  CreateUserCommand,
} from "@aws-sdk/client-iam";
import { CreateKeyCommand } from "@aws-sdk/client-kms";
import { CreateSecretCommand } from "@aws-sdk/client-secrets-manager";
import { consoleKeyPolicy } from "../../infra/policies/consoleKeyPolicy.ts";
import { boundaryArn, studentBoundary } from "../../sandboxes/blueprint/studentBoundary.ts";
import { boundaryPath, studentPath } from "../../sandboxes/blueprint/studentPath.ts";
import { clientsFor, type Clients, type Credentials, type Emulator } from "../support/emulator.ts";

export const partition = "aws";
export const accountId = "000000000000";
export const until = "2100-01-01T00:00:00.000Z";
export const everything = "arn:aws:iam::aws:policy/AdministratorAccess";

/** Somebody with AdministratorAccess under the boundary of a sandbox, with a table, a secret and a key of the sandbox. */
export interface Student {
  readonly lease: string;
  readonly arn: string;
  readonly clients: Clients;
  readonly keyArn: string;
  readonly pseudonym: string;
  readonly credentials: Credentials;
}

export const simpleTable = (TableName: string) =>
  new CreateTableCommand({
    TableName,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
  });

export function keyPolicyFor(arn: string): string {
  const accountRoot = `arn:aws:iam::${accountId}:root`;
  return JSON.stringify(
    consoleKeyPolicy({
      accountRoot,
      administrators: [arn],
      administratorsMayDelete: true,
      users: [arn],
      use: "symmetric encryption",
    }),
  );
}

/** Makes a student with a sandbox. */
export async function enroll(
  emulator: Pick<Emulator, "url">,
  lease: string,
  terms: { until?: string; frozen?: boolean; pseudonym?: string } = {},
): Promise<Student> {
  const root = clientsFor(emulator);
  const { pseudonym = `pseudonym-${lease}` } = terms;
  const order = { partition, accountId, region: "us-east-1", lease, pseudonym, until, frozen: false, ...terms };
  await root.iam.send(
    new CreatePolicyCommand({
      PolicyName: lease,
      Path: boundaryPath,
      PolicyDocument: JSON.stringify(studentBoundary(order)),
    }),
  );
  const UserName = `${lease}-admin`;
  const PermissionsBoundary = boundaryArn(order);
  const { User } = await root.iam.send(
    new CreateUserCommand({ UserName, Path: studentPath(lease), PermissionsBoundary }),
  );
  await root.iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn: everything }));
  const { AccessKey } = await root.iam.send(new CreateAccessKeyCommand({ UserName }));
  const arn = User?.Arn ?? "";
  const Policy = keyPolicyFor(arn);
  const { KeyMetadata } = await root.kms.send(
    new CreateKeyCommand({ Policy, Tags: [{ TagKey: "keylab:student", TagValue: pseudonym }] }),
  );
  await root.dynamoDb.send(simpleTable(`${lease}-table`));
  await root.secretsManager.send(new CreateSecretCommand({ Name: `${lease}-secret`, SecretString: "x" }));
  const { AccessKeyId: accessKeyId = "", SecretAccessKey: secretAccessKey = "" } = AccessKey ?? {};
  const credentials = { accessKeyId, secretAccessKey };
  const clients = clientsFor(emulator, credentials);
  return { lease, arn, clients, keyArn: KeyMetadata?.Arn ?? "", pseudonym, credentials };
}
