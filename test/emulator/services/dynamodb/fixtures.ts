import {
  CreateTableCommand,
  GetItemCommand,
  PutItemCommand,
  type CreateTableCommandInput,
} from "@aws-sdk/client-dynamodb";
import { CreateKeyCommand } from "@aws-sdk/client-kms";
import type { Clients, TestStatement } from "../../../support/emulator.ts";

/** The least that makes a table: one partition key `id`, billed per request. */
export function tableInput(TableName: string, more: Partial<CreateTableCommandInput> = {}): CreateTableCommandInput {
  return {
    TableName,
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    BillingMode: "PAY_PER_REQUEST",
    ...more,
  };
}

/** A request for encryption under a key. */
export const underKey = (KMSMasterKeyId: string) => ({
  SSESpecification: { Enabled: true, SSEType: "KMS" as const, KMSMasterKeyId },
});

/** Makes a table with the item `id = 1`. */
export async function makeTable(
  { dynamoDb }: Clients,
  name: string,
  more: Partial<CreateTableCommandInput> = {},
): Promise<void> {
  await dynamoDb.send(new CreateTableCommand(tableInput(name, more)));
  await dynamoDb.send(new PutItemCommand({ TableName: name, Item: { id: { S: "1" } } }));
}

/** Makes a key with the default key policy, which leaves everything to the account's IAM. Gives its ARN. */
export async function makeKey({ kms }: Clients): Promise<string> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  if (!KeyMetadata?.Arn) throw new Error("The embedded AWS made a key without an ARN.");
  return KeyMetadata.Arn;
}

/** Reads the item `id = 1`. */
export const getOne = (TableName: string) => new GetItemCommand({ TableName, Key: { id: { S: "1" } } });

export const allowDynamoDb: TestStatement = { Effect: "Allow", Action: "dynamodb:*", Resource: "*" };
export const allow = (...Action: string[]): TestStatement => ({ Effect: "Allow", Action, Resource: "*" });

/** The ARN of a table of the tests' region. */
export const tableArn = (name: string, accountId = "000000000000") =>
  `arn:aws:dynamodb:us-east-1:${accountId}:table/${name}`;

/** A resource policy of these statements; each is about every resource and allows, unless it says otherwise. */
export function policyOf(...statements: readonly object[]): string {
  const full = statements.map((statement) => ({ Effect: "Allow", Resource: "*", ...statement }));
  return JSON.stringify({ Version: "2012-10-17", Statement: full });
}

/** What a table needs for a global secondary index `by-name`. */
export const byName = {
  AttributeDefinitions: [
    { AttributeName: "id", AttributeType: "S" as const },
    { AttributeName: "name", AttributeType: "S" as const },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: "by-name",
      KeySchema: [{ AttributeName: "name", KeyType: "HASH" as const }],
      Projection: { ProjectionType: "ALL" as const },
    },
  ],
};
