import { AwsError } from "../../emulator/awsError.ts";
import type { OpenWorld } from "../../emulator/openWorld.ts";
import { rootUser, type Principal } from "../../emulator/principal.ts";

const account = "000000000000";
const region = "us-east-1";
const origin = { sourceIp: "192.0.2.1", userAgent: "soak" };

/** What one call answered, as far as the next ones need it. */
type Answer = Readonly<Record<string, unknown>>;

/** Makes calls by name: `kms:CreateKey`. */
type Call = (name: string, input: object, caller?: Principal) => Promise<Answer>;

function callsOf({ dispatcher, registry }: OpenWorld, number: number): Call {
  let calls = 0;
  return async (name, input, caller = rootUser(account)) => {
    const [service = "", operationName = ""] = name.split(":");
    const operation = registry.operation(service, operationName);
    if (!operation) throw new Error(`There is no operation ${name}.`);
    const requestId = `${number}-${++calls}`;
    return {
      ...(await dispatcher.invoke(operation, input, { caller, region, requestId, wireRequestId: requestId, origin })),
    };
  };
}

/** Makes, uses and removes one of everything that is made often; moves the clock so that what waits is gone. */
export async function cycle(world: OpenWorld, number: number): Promise<void> {
  const call = callsOf(world, number);
  const name = `soak-${number}`;
  await keyCycle(call, name);
  await userCycle(call, name);
  await tableCycle(call, name);
  await call("secretsmanager:CreateSecret", {
    Name: name,
    SecretString: name,
    ClientRequestToken: name.padEnd(32, "-"),
  });
  await call("secretsmanager:GetSecretValue", { SecretId: name });
  await call("secretsmanager:DeleteSecret", { SecretId: name, ForceDeleteWithoutRecovery: true });
  await call("s3:CreateBucket", { Bucket: name });
  await call("s3:PutObject", { Bucket: name, Key: name, Body: Buffer.alloc(1_000) });
  await call("s3:GetObject", { Bucket: name, Key: name });
  await call("s3:DeleteObject", { Bucket: name, Key: name });
  await call("s3:DeleteBucket", { Bucket: name });
  await logCycle(call, name, world.instance.clock.now());
  const { VolumeId } = await call("ec2:CreateVolume", { AvailabilityZone: `${region}a`, Size: 1, ClientToken: name });
  await call("ec2:DeleteVolume", { VolumeId });
  await world.instance.advanceClock(8 * 24 * 60 * 60 * 1_000);
}

async function keyCycle(call: Call, name: string): Promise<void> {
  const { KeyMetadata } = await call("kms:CreateKey", {});
  const KeyId = memberOf(KeyMetadata, "KeyId");
  await call("kms:CreateAlias", { AliasName: `alias/${name}`, TargetKeyId: KeyId });
  const { CiphertextBlob } = await call("kms:Encrypt", { KeyId, Plaintext: Buffer.from(name) });
  await call("kms:Decrypt", { CiphertextBlob });
  await call("kms:ScheduleKeyDeletion", { KeyId, PendingWindowInDays: 7 });
}

function memberOf(value: unknown, name: string): string {
  const members: ReadonlyMap<string, unknown> = new Map(Object.entries(value ?? {}));
  const found = members.get(name);
  if (typeof found === "string") return found;
  throw new Error(`An answer has no ${name}.`);
}

async function userCycle(call: Call, UserName: string): Promise<void> {
  await call("iam:CreateUser", { UserName });
  const { AccessKey } = await call("iam:CreateAccessKey", { UserName });
  const caller: Principal = {
    kind: "user",
    accountId: account,
    arn: `arn:aws:iam::${account}:user/${UserName}`,
    principalId: "AIDASOAK",
    userName: UserName,
    tags: new Map(),
  };
  await call("kms:CreateKey", {}, caller).catch((error: unknown) => {
    if (!(error instanceof AwsError)) throw error;
  });
  await call("sts:GetSessionToken", {});
  await call("iam:DeleteAccessKey", { UserName, AccessKeyId: memberOf(AccessKey, "AccessKeyId") });
  await call("iam:DeleteUser", { UserName });
}

async function tableCycle(call: Call, TableName: string): Promise<void> {
  await call("dynamodb:CreateTable", {
    TableName,
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    BillingMode: "PAY_PER_REQUEST",
  });
  for (const id of ["a", "b", "c"]) await call("dynamodb:PutItem", { TableName, Item: { id: { S: id } } });
  const Put = { TableName, Item: { id: { S: "d" } } };
  await call("dynamodb:TransactWriteItems", { TransactItems: [{ Put }], ClientRequestToken: TableName });
  await call("dynamodb:Scan", { TableName });
  await call("dynamodb:DeleteTable", { TableName });
}

async function logCycle(call: Call, logGroupName: string, now: Date): Promise<void> {
  const stream = { logGroupName, logStreamName: "one" };
  await call("logs:CreateLogGroup", { logGroupName });
  await call("logs:CreateLogStream", stream);
  await call("logs:PutLogEvents", { ...stream, logEvents: [{ timestamp: now.getTime(), message: logGroupName }] });
  await call("logs:DeleteLogGroup", { logGroupName });
  const MetricData = [{ MetricName: "soaked", Value: 1 }];
  await call("monitoring:PutMetricData", { Namespace: "soak", MetricData });
}
