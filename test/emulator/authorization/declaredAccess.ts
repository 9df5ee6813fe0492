import { Dispatcher } from "../../../emulator/dispatcher.ts";
import { AwsError } from "../../../emulator/awsError.ts";
import type { CallContext } from "../../../emulator/callContext.ts";
import { defaultAccountId, Instance } from "../../../emulator/instance.ts";
import { operation, type Access, type Operation } from "../../../emulator/operation.ts";
import { rootUser, type Principal } from "../../../emulator/principal.ts";
import { Registry } from "../../../emulator/registry.ts";
import { createTable } from "../../../emulator/services/dynamodb/operations/createTable.ts";
import { createAccessKey } from "../../../emulator/services/iam/operations/createAccessKey.ts";
import { createPolicy } from "../../../emulator/services/iam/operations/createPolicy.ts";
import { createRole } from "../../../emulator/services/iam/operations/createRole.ts";
import { createUser } from "../../../emulator/services/iam/operations/createUser.ts";
import { putUserPolicy } from "../../../emulator/services/iam/operations/putUserPolicy.ts";
import { createAlias } from "../../../emulator/services/kms/operations/createAlias.ts";
import { createGrant } from "../../../emulator/services/kms/operations/createGrant.ts";
import { createKey } from "../../../emulator/services/kms/operations/createKey.ts";
import { encrypt } from "../../../emulator/services/kms/operations/encrypt.ts";
import { createSecret } from "../../../emulator/services/secretsmanager/operations/createSecret.ts";
import { services } from "../../../emulator/services/services.ts";

const region = "us-east-1";
const caller = rootUser(defaultAccountId);
const origin = { sourceIp: "192.0.2.1", userAgent: "test" };
const registry = new Registry(services);
const allowAll = JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*" } });
const keyPolicy = JSON.stringify({
  Statement: { Effect: "Allow", Principal: { AWS: defaultAccountId }, Action: "kms:*", Resource: "*" },
});
const trust = JSON.stringify({
  Statement: {
    Effect: "Allow",
    Principal: { AWS: defaultAccountId },
    Action: ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
  },
});

/** Values for members of requests, by service: everything they name exists. */
type Samples = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What a policy allows, and nothing else. */
export interface Permission {
  readonly action: string;
  readonly resource: string;
}

/** How a call ended: with `Success`, or the code of its error; and the action that was denied, if one was. */
export interface Ending {
  readonly ending: string;
  readonly denied?: string;
}

/** An embedded AWS with one of everything, which can be asked what its operations need. */
export class DeclaredAccess {
  readonly #context: CallContext;
  readonly #invoke: Invoke;
  readonly #samples: Samples;
  #attempts = 0;

  private constructor(context: CallContext, invoke: Invoke, samples: Samples) {
    this.#context = context;
    this.#invoke = invoke;
    this.#samples = samples;
  }

  static async start(): Promise<DeclaredAccess> {
    const dispatcher = new Dispatcher(new Instance("test"), registry);
    const invoke: Invoke = (called, input, by = caller, id = "1") =>
      dispatcher.invoke(called, input, { caller: by, region, requestId: id, wireRequestId: id, origin });
    const contexts: CallContext[] = [];
    const probe = operation<object, object>({
      service: "kms",
      name: "ListKeys",
      documentation: "",
      readOnly: true,
      access: (context) => {
        contexts.push(context);
        return [];
      },
      run: () => ({}),
    });
    await invoke(probe, {});
    const [context] = contexts;
    if (!context) throw new Error("The call never came.");
    const samples = await makeSamples(invoke);
    // Not the root user: it may not assume roles.
    const alice = context.account.iam.users.find("Alice")?.principal();
    return new DeclaredAccess({ ...context, caller: alice ?? caller }, invoke, samples);
  }

  /** What an operation needs for a request that states as much as it can; throws for required members without a sample. */
  async of(asked: Operation<unknown, object>): Promise<Access> {
    return asked.access(this.#context, this.#input(asked));
  }

  /** The ARN of the key that `alias/mine` names. */
  get keyArn(): string {
    return String(this.#samples.kms?.KeyId);
  }

  /** Makes the call that {@link of} is about, as a user with one inline policy that allows this alone. */
  async attempt(asked: Operation<unknown, object>, permissions: readonly Permission[]): Promise<Ending> {
    const { caller: alice, instance } = this.#context;
    // A policy must have a statement; nothing here is about S3.
    const Statement = [{ action: "s3:GetObject", resource: "*" }, ...permissions].map(({ action, resource }) => ({
      Effect: "Allow",
      Action: action,
      Resource: resource,
    }));
    const PolicyDocument = JSON.stringify({ Statement });
    await this.#invoke(putUserPolicy, { UserName: "Alice", PolicyName: "exact", PolicyDocument });
    const requestId = `attempt ${++this.#attempts}`;
    const ending = await this.#invoke(asked, this.#input(asked), alice, requestId).then(
      () => "Success",
      (error: unknown) => {
        if (error instanceof AwsError) return error.code;
        throw error;
      },
    );
    const denied = instance.decisions
      .of(requestId)
      .find(({ result, layer }) => result !== "Allowed" && layer !== "key state");
    return denied ? { ending, denied: denied.action } : { ending };
  }

  close(): Promise<void> {
    return this.#context.instance.close();
  }

  #input({ service, name, unsupported = [] }: Operation<unknown, object>): Record<string, unknown> {
    const { members = {}, required = [] } = registry.described({ service, name }).model.input(name);
    const samples = { ...this.#samples[service], ...this.#samples[`${service}:${name}`] };
    const stated = Object.keys(members).filter((member) => member in samples && !unsupported.includes(member));
    const missing = required.filter((member) => !stated.includes(member));
    if (missing.length > 0) throw new Error(`Add samples of ${missing.join(", ")} for ${service}:${name}.`);
    return Object.fromEntries(stated.map((member) => [member, samples[member]]));
  }
}

type Invoke = <Input, Output extends object>(
  called: Operation<Input, Output>,
  input: Input,
  by?: Principal,
  requestId?: string,
) => Promise<Output>;

async function makeSamples(invoke: Invoke): Promise<Samples> {
  const tags = [{ Key: "team", Value: "red" }];
  return {
    // First: the role is the grantee of the key's grant.
    ...(await iamSamples(invoke, tags)),
    ...(await kmsSamples(invoke)),
    ...(await dynamoDbSamples(invoke, tags)),
    ...(await secretSamples(invoke, tags)),
  };
}

async function kmsSamples(invoke: Invoke): Promise<Samples> {
  const EncryptionContext = { purpose: "test" };
  const Tags = [{ TagKey: "team", TagValue: "red" }];
  const KeyId = (await invoke(createKey, { Tags })).KeyMetadata?.Arn ?? "";
  const AliasName = "alias/mine";
  await invoke(createAlias, { AliasName, TargetKeyId: KeyId });
  const reader = `arn:aws:iam::${defaultAccountId}:role/reader`;
  const grant = { KeyId, GranteePrincipal: reader, RetiringPrincipal: reader, Constraints: undefined };
  const { GrantId } = await invoke(createGrant, { ...grant, Operations: ["Decrypt"] });
  const { CiphertextBlob } = await invoke(encrypt, { KeyId, Plaintext: new Uint8Array([1]), EncryptionContext });
  return {
    kms: {
      AliasName,
      BypassPolicyLockoutSafetyCheck: true,
      CiphertextBlob,
      Constraints: { EncryptionContextEquals: EncryptionContext },
      Description: "",
      EncryptionAlgorithm: "SYMMETRIC_DEFAULT",
      EncryptionContext,
      GrantId,
      GranteePrincipal: caller.arn,
      KeyId,
      Operations: ["Decrypt"],
      PendingWindowInDays: 7,
      Plaintext: new Uint8Array([1]),
      Policy: keyPolicy,
      RetiringPrincipal: caller.arn,
      RotationPeriodInDays: 100,
      TagKeys: ["team"],
      Tags,
      TargetKeyId: KeyId,
    },
    "kms:DescribeKey": { KeyId: AliasName },
    "kms:Encrypt": { KeyId: AliasName },
    "kms:GenerateDataKey": { KeyId: AliasName, KeySpec: "AES_256" },
    "kms:Decrypt": { KeyId: AliasName },
  };
}

async function dynamoDbSamples(invoke: Invoke, Tags: readonly { Key: string; Value: string }[]): Promise<Samples> {
  const TableName = "people";
  const AttributeDefinitions = [{ AttributeName: "id", AttributeType: "S" as const }];
  const KeySchema = [{ AttributeName: "id", KeyType: "HASH" as const }];
  await invoke(createTable, { TableName, AttributeDefinitions, KeySchema, BillingMode: "PAY_PER_REQUEST" });
  const Key = { id: { S: "1" } };
  return {
    dynamodb: {
      AttributeDefinitions,
      ConditionExpression: "attribute_exists(id)",
      Item: Key,
      Key,
      KeyConditionExpression: "id = :id",
      ExpressionAttributeValues: { ":id": { S: "1" } },
      KeySchema,
      ProjectionExpression: "id",
      ResourceArn: `arn:aws:dynamodb:${region}:${defaultAccountId}:table/${TableName}`,
      ReturnConsumedCapacity: "TOTAL",
      ReturnValues: "ALL_OLD",
      TableName,
      TagKeys: ["team"],
      Tags,
    },
    "dynamodb:BatchGetItem": { RequestItems: { [TableName]: { Keys: [Key] } } },
    "dynamodb:BatchWriteItem": { RequestItems: { [TableName]: [{ PutRequest: { Item: Key } }] } },
    "dynamodb:Query": { IndexName: "byName" },
  };
}

async function iamSamples(invoke: Invoke, Tags: { Key: string; Value: string }[]): Promise<Samples> {
  const names = { UserName: "Alice", RoleName: "reader", PolicyName: "all", GroupName: "readers" };
  await invoke(createUser, { UserName: names.UserName, Tags });
  const { AccessKey } = await invoke(createAccessKey, { UserName: names.UserName });
  const { Role } = await invoke(createRole, { RoleName: names.RoleName, AssumeRolePolicyDocument: trust, Tags });
  const { Policy } = await invoke(createPolicy, { PolicyName: names.PolicyName, PolicyDocument: allowAll, Tags });
  return {
    iam: {
      ...names,
      AccessKeyId: AccessKey?.AccessKeyId,
      AssumeRolePolicyDocument: trust,
      Description: "",
      NewUserName: "Bob",
      NewGroupName: "writers",
      PermissionsBoundary: Policy?.Arn,
      Password: "correct-Horse-7",
      ActionNames: ["s3:GetObject"],
      PolicyInputList: [allowAll],
      PolicySourceArn: Role.Arn,
      PolicyArn: Policy?.Arn,
      PolicyDocument: allowAll,
      Status: "Active",
      TagKeys: ["team"],
      Tags,
      VersionId: "v1",
    },
    "iam:UpdateAssumeRolePolicy": { PolicyDocument: trust },
    sts: {
      DurationSeconds: 900,
      ExternalId: "x",
      RoleArn: Role.Arn,
      RoleSessionName: "tests",
      SourceIdentity: "Ada",
      Tags,
      TransitiveTagKeys: ["team"],
    },
  };
}

async function secretSamples(invoke: Invoke, Tags: { Key: string; Value: string }[]): Promise<Samples> {
  const ClientRequestToken = "00000000-0000-4000-8000-000000000000";
  const { ARN } = await invoke(createSecret, { Name: "mine", SecretString: "x", Tags, ClientRequestToken });
  return {
    secretsmanager: {
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
      Tags,
      VersionId: ClientRequestToken,
      VersionStage: "AWSCURRENT",
    },
    "secretsmanager:DeleteSecret": { RecoveryWindowInDays: 7 },
  };
}
