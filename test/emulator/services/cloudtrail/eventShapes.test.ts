import { LookupEventsCommand } from "@aws-sdk/client-cloudtrail";
import { CreateTableCommand, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, CreateBucketCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { CreateSecretCommand, GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import { createUser, startTestEmulator, type Emulator, type TestUser } from "../../../support/emulator.ts";
import { makeKey, type TestKey } from "../kms/keys.ts";

const accountId = "000000000000";
const tableContext = { "aws:dynamodb:tableName": "records", "aws:dynamodb:subscriberId": accountId };

/** What LookupEvents tells of a use of the key, as the guides of the services show it. */
interface Shape {
  readonly event: string;
  /** The service that asked for the caller, or for itself. */
  readonly service: "dynamodb" | "secretsmanager" | "s3";
  readonly forItself?: true;
  readonly readOnly: boolean;
  readonly requestParameters: (key: TestKey, secret: { arn?: string; version?: string }) => object;
  readonly hasGrant?: true;
}

/**
 * Source: DynamoDB Developer Guide, "Monitoring DynamoDB encryption with CloudTrail"; Secrets Manager User Guide, "Secret
 * encryption and decryption", "How Secrets Manager uses your KMS key"; KMS Developer Guide, "Examples of AWS KMS log entries".
 */
const shapes: readonly Shape[] = [
  {
    event: "CreateGrant",
    service: "dynamodb",
    readOnly: false,
    requestParameters: ({ arn }) => ({
      keyId: arn,
      granteePrincipal: "dynamodb.us-east-1.amazonaws.com",
      retiringPrincipal: "dynamodb.us-east-1.amazonaws.com",
      operations: [
        "DescribeKey",
        "GenerateDataKey",
        "Decrypt",
        "Encrypt",
        "ReEncryptFrom",
        "ReEncryptTo",
        "RetireGrant",
      ],
      constraints: { encryptionContextSubset: tableContext },
    }),
    hasGrant: true,
  },
  {
    event: "GenerateDataKey",
    service: "dynamodb",
    forItself: true,
    readOnly: true,
    requestParameters: ({ arn }) => ({ keyId: arn, keySpec: "AES_256", encryptionContext: tableContext }),
  },
  {
    event: "Decrypt",
    service: "dynamodb",
    readOnly: true,
    requestParameters: () => ({ encryptionAlgorithm: "SYMMETRIC_DEFAULT", encryptionContext: tableContext }),
  },
  {
    event: "GenerateDataKey",
    service: "secretsmanager",
    readOnly: true,
    requestParameters: ({ arn }, secret) => ({
      keyId: arn,
      keySpec: "AES_256",
      encryptionContext: { SecretARN: secret.arn, SecretVersionId: secret.version },
    }),
  },
  {
    event: "Decrypt",
    service: "secretsmanager",
    readOnly: true,
    requestParameters: (_, secret) => ({
      encryptionAlgorithm: "SYMMETRIC_DEFAULT",
      encryptionContext: { SecretARN: secret.arn, SecretVersionId: secret.version },
    }),
  },
  {
    event: "GenerateDataKey",
    service: "s3",
    readOnly: true,
    requestParameters: ({ arn }) => ({
      keyId: arn,
      keySpec: "AES_256",
      encryptionContext: { "aws:s3:arn": "arn:aws:s3:::records/one" },
    }),
  },
  {
    event: "Decrypt",
    service: "s3",
    readOnly: true,
    requestParameters: () => ({
      encryptionAlgorithm: "SYMMETRIC_DEFAULT",
      encryptionContext: { "aws:s3:arn": "arn:aws:s3:::records/one" },
    }),
  },
];

describe("the event of a key that a service uses", () => {
  let emulator: Emulator;
  let alice: TestUser;
  let key: TestKey;
  const secret: { arn?: string; version?: string } = {};
  before(async () => {
    emulator = await startTestEmulator();
    alice = await createUser(emulator, "Alice", [{ Effect: "Allow", Action: "*", Resource: "*" }]);
    key = await makeKey(alice.clients);
    await useThrough();
  });
  after(() => emulator.stop());

  /** A table, a secret and an object under the key, each read once. */
  async function useThrough(): Promise<void> {
    const { dynamoDb, secretsManager, s3 } = alice.clients;
    await dynamoDb.send(
      new CreateTableCommand({
        TableName: "records",
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        BillingMode: "PAY_PER_REQUEST",
        SSESpecification: { Enabled: true, SSEType: "KMS", KMSMasterKeyId: key.arn },
      }),
    );
    await dynamoDb.send(new GetItemCommand({ TableName: "records", Key: { id: { S: "1" } } }));
    const made = await secretsManager.send(
      new CreateSecretCommand({ Name: "s", SecretString: "x", KmsKeyId: key.arn }),
    );
    Object.assign(secret, { arn: made.ARN, version: made.VersionId });
    await secretsManager.send(new GetSecretValueCommand({ SecretId: "s" }));
    await s3.send(new CreateBucketCommand({ Bucket: "records" }));
    const object = { Bucket: "records", Key: "one" };
    await s3.send(
      new PutObjectCommand({ ...object, Body: "x", ServerSideEncryption: "aws:kms", SSEKMSKeyId: key.arn }),
    );
    await (await s3.send(new GetObjectCommand(object))).Body?.transformToString();
  }

  /** The latest event of a name that a service led to, as text. */
  async function latest(event: string, invokedBy: string): Promise<Record<string, unknown>> {
    const LookupAttributes = [{ AttributeKey: "EventName" as const, AttributeValue: event }];
    const { Events = [] } = await alice.clients.cloudTrail.send(new LookupEventsCommand({ LookupAttributes }));
    const texts = Events.map(({ CloudTrailEvent = "" }) => CloudTrailEvent);
    return JSON.parse(texts.find((text) => text.includes(`"invokedBy":"${invokedBy}"`)) ?? "{}") as Record<
      string,
      unknown
    >;
  }

  for (const { event, service, forItself, readOnly, requestParameters, hasGrant } of shapes) {
    it(`says of ${event} that ${service} asked for ${forItself ? "itself" : "the caller"}`, async () => {
      const invokedBy = `${service}.amazonaws.com`;
      const { eventID, requestID, eventTime, sharedEventID, responseElements, ...rest } = await latest(
        event,
        invokedBy,
      );
      expect([eventID, requestID, eventTime].every((one) => typeof one === "string")).to.equal(true);
      expect(typeof sharedEventID).to.equal(forItself ? "string" : "undefined");
      expect(Object.keys(responseElements ?? {})).to.deep.equal(hasGrant ? ["grantId"] : []);
      const caller = {
        type: "IAMUser",
        principalId: alice.id,
        arn: alice.arn,
        accountId,
        accessKeyId: alice.credentials.accessKeyId,
        userName: "Alice",
        invokedBy,
      };
      expect(rest).to.deep.equal({
        eventVersion: "1.11",
        userIdentity: forItself ? { type: "AWSService", invokedBy } : caller,
        eventSource: "kms.amazonaws.com",
        eventName: event,
        awsRegion: "us-east-1",
        sourceIPAddress: invokedBy,
        userAgent: invokedBy,
        requestParameters: requestParameters(key, secret),
        readOnly,
        resources: [{ accountId, type: "AWS::KMS::Key", ARN: key.arn }],
        eventType: "AwsApiCall",
        managementEvent: true,
        recipientAccountId: accountId,
        eventCategory: "Management",
      });
    });
  }
});
