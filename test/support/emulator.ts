import { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from "@aws-sdk/client-iam";
import { KMSClient } from "@aws-sdk/client-kms";
import { ResourceGroupsTaggingAPIClient } from "@aws-sdk/client-resource-groups-tagging-api";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { STSClient } from "@aws-sdk/client-sts";
import { startEmulator, type Emulator, type EmulatorOptions } from "../../emulator/startEmulator.ts";

export type { Emulator };

/** An access key, with a token where it is temporary. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** One client of each service, for one caller in one region. */
export type Clients = ReturnType<typeof clientsFor>;

/** Starts an embedded AWS on a free port. A bug inside it becomes an uncaught exception, so that no test passes over it. */
export function startTestEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  return startEmulator({
    ...options,
    reportBug: (error) =>
      setImmediate(() => {
        throw error;
      }),
  });
}

/** The root user of an account. */
export function rootOf(accountId = "000000000000"): Credentials {
  return { accessKeyId: accountId, secretAccessKey: "test" };
}

/** Clients that speak for the owner of the credentials (default: root of the default account), and never try again. */
export function clientsFor(emulator: Pick<Emulator, "url">, credentials: Credentials = rootOf(), region = "us-east-1") {
  const options = { endpoint: emulator.url, region, credentials, maxAttempts: 1 };
  return {
    cloudTrail: new CloudTrailClient(options),
    cloudWatch: new CloudWatchClient(options),
    dynamoDb: new DynamoDBClient(options),
    events: new EventBridgeClient(options),
    iam: new IAMClient(options),
    kms: new KMSClient(options),
    lambda: new LambdaClient(options),
    logs: new CloudWatchLogsClient(options),
    s3: new S3Client({ ...options, forcePathStyle: true }),
    secretsManager: new SecretsManagerClient(options),
    sts: new STSClient(options),
    tagging: new ResourceGroupsTaggingAPIClient(options),
  };
}

/** A statement of a policy, as tests write it. */
export interface TestStatement {
  readonly Effect: "Allow" | "Deny";
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: object;
}

/** A user with an access key and clients. */
export interface TestUser {
  readonly name: string;
  readonly arn: string;
  readonly id: string;
  readonly credentials: Credentials;
  readonly clients: Clients;
}

/** Makes a user with an access key; the statements become one inline policy named `test`. */
export async function createUser(
  emulator: Emulator,
  name: string,
  statements: readonly TestStatement[] = [],
  accountId = "000000000000",
): Promise<TestUser> {
  const { iam } = clientsFor(emulator, rootOf(accountId));
  const { User } = await iam.send(new CreateUserCommand({ UserName: name }));
  if (statements.length > 0) {
    const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: statements });
    await iam.send(new PutUserPolicyCommand({ UserName: name, PolicyName: "test", PolicyDocument }));
  }
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: name }));
  if (!User?.Arn || !User.UserId || !AccessKey?.AccessKeyId || !AccessKey.SecretAccessKey) {
    throw new Error(`The embedded AWS made no complete user ${name}.`);
  }
  const credentials = { accessKeyId: AccessKey.AccessKeyId, secretAccessKey: AccessKey.SecretAccessKey };
  return { name, arn: User.Arn, id: User.UserId, credentials, clients: clientsFor(emulator, credentials) };
}

/** An error of an AWS client, reduced to what tests compare. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly status: number | undefined;
}

/** The error that a call ends with. Throws if it succeeds, so that a test cannot pass for want of an error. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { code: error.name, message: error.message, status: statusOf(error) };
  }
  throw new Error("The call succeeded, but it should have been refused.");
}

function statusOf(error: Error): number | undefined {
  if (!("$metadata" in error)) return undefined;
  const { $metadata: metadata } = error;
  if (typeof metadata !== "object" || metadata === null || !("httpStatusCode" in metadata)) return undefined;
  return typeof metadata.httpStatusCode === "number" ? metadata.httpStatusCode : undefined;
}
