import { CreateTrailCommand } from "@aws-sdk/client-cloudtrail";
import { CreateLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { CreateVolumeCommand } from "@aws-sdk/client-ec2";
import { CreateAliasCommand, CreateGrantCommand, CreateKeyCommand, PutKeyPolicyCommand } from "@aws-sdk/client-kms";
import { CreateBucketCommand, PutBucketEncryptionCommand, PutBucketPolicyCommand } from "@aws-sdk/client-s3";
import { CreateSecretCommand } from "@aws-sdk/client-secrets-manager";
import { expect } from "chai";
import { keyUsers } from "../../runner/keyUsers.ts";
import { markOf } from "../../runner/marks/mark.ts";
import { usedKeys } from "../../runner/usedKeys.ts";
import { Notes } from "../../scenarios/contract/notes.ts";
import { Session } from "../../scenarios/contract/session.ts";
import { createUser, rootOf, startTestEmulator, type Emulator } from "../support/emulator.ts";

const region = "us-east-1";

describe("What uses a key", () => {
  let emulator: Emulator;
  let session: Session;
  let arn: string;

  before(async () => {
    emulator = await startTestEmulator();
    session = new Session({ endpoint: emulator.url, region, credentials: rootOf(), maxAttempts: 1 }, new Notes());
  });

  after(async () => {
    session.close();
    await emulator.stop();
  });

  beforeEach(async () => {
    const { KeyMetadata } = await session.kms.send(new CreateKeyCommand({}));
    arn = KeyMetadata?.Arn ?? "";
  });

  async function makeTable(TableName: string): Promise<void> {
    await session.dynamodb.send(
      new CreateTableCommand({
        TableName,
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
        SSESpecification: { Enabled: true, SSEType: "KMS", KMSMasterKeyId: arn },
      }),
    );
  }

  it("is nothing at first, whatever else is encrypted", async () => {
    await session.secretsmanager.send(new CreateSecretCommand({ Name: "elsewhere", SecretString: "x" }));
    await session.s3.send(new CreateBucketCommand({ Bucket: "elsewhere" }));
    expect(await keyUsers(session, arn)).to.deep.equal([]);
  });

  it("is a table, not the grants that DynamoDB needs for it", async () => {
    await makeTable("records");
    expect(await keyUsers(session, arn)).to.deep.equal(["table/records"]);
  });

  it("is a secret, also by an alias of the key", async () => {
    await session.kms.send(new CreateAliasCommand({ AliasName: "alias/mine", TargetKeyId: arn }));
    const { ARN } = await session.secretsmanager.send(
      new CreateSecretCommand({ Name: "password", SecretString: "x", KmsKeyId: "alias/mine" }),
    );
    expect(await keyUsers(session, arn)).to.deep.equal([ARN]);
  });

  it("is a bucket that encrypts under it, and no other", async () => {
    await session.s3.send(new CreateBucketCommand({ Bucket: "letters" }));
    const rule = { SSEAlgorithm: "aws:kms", KMSMasterKeyID: arn } as const;
    await session.s3.send(
      new PutBucketEncryptionCommand({
        Bucket: "letters",
        ServerSideEncryptionConfiguration: { Rules: [{ ApplyServerSideEncryptionByDefault: rule }] },
      }),
    );
    expect(await keyUsers(session, arn)).to.deep.equal(["bucket/letters"]);
  });

  it("is a volume", async () => {
    const { VolumeId } = await session.ec2.send(
      new CreateVolumeCommand({ AvailabilityZone: `${region}a`, Size: 1, Encrypted: true, KmsKeyId: arn }),
    );
    expect(await keyUsers(session, arn)).to.deep.equal([`volume/${VolumeId ?? ""}`]);
  });

  /** Lets services of AWS use the key. */
  async function admit(...services: readonly string[]): Promise<void> {
    const statement = (Principal: object) => ({ Effect: "Allow", Principal, Action: "kms:*", Resource: "*" });
    const Statement = [statement({ AWS: "arn:aws:iam::000000000000:root" }), statement({ Service: services })];
    const Policy = JSON.stringify({ Version: "2012-10-17", Statement });
    await session.kms.send(new PutKeyPolicyCommand({ KeyId: arn, Policy }));
  }

  it("is a log group, and no other", async () => {
    await admit("logs.us-east-1.amazonaws.com");
    await session.logs.send(new CreateLogGroupCommand({ logGroupName: "/diary", kmsKeyId: arn }));
    await session.logs.send(new CreateLogGroupCommand({ logGroupName: "/notes" }));
    expect(await keyUsers(session, arn)).to.deep.equal(["arn:aws:logs:us-east-1:000000000000:log-group:/diary:*"]);
  });

  it("is a trail, and no other", async () => {
    await admit("cloudtrail.amazonaws.com");
    await session.s3.send(new CreateBucketCommand({ Bucket: "trails" }));
    const Principal = { Service: "cloudtrail.amazonaws.com" };
    const allowed = {
      Action: ["s3:GetBucketAcl", "s3:PutObject"],
      Resource: ["arn:aws:s3:::trails", "arn:aws:s3:::trails/*"],
    };
    const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal, ...allowed }] });
    await session.s3.send(new PutBucketPolicyCommand({ Bucket: "trails", Policy }));
    const { TrailARN } = await session.cloudtrail.send(
      new CreateTrailCommand({ Name: "sealed", S3BucketName: "trails", KmsKeyId: arn }),
    );
    await session.cloudtrail.send(new CreateTrailCommand({ Name: "open", S3BucketName: "trails" }));
    expect(await keyUsers(session, arn)).to.deep.equal([TrailARN]);
  });

  it("is whoever has a grant", async () => {
    const { arn: grantee } = await createUser(emulator, "grantee", []);
    const { GrantId } = await session.kms.send(
      new CreateGrantCommand({ KeyId: arn, GranteePrincipal: grantee, Operations: ["Decrypt"] }),
    );
    expect(await keyUsers(session, arn)).to.deep.equal([`grant ${GrantId ?? ""} to ${grantee}`]);
  });

  it("keeps a run's key from deletion only where it is others'", async () => {
    const mark = markOf("20260101T120000-1a2b3c", "1a2b3c00", "kms/one");
    const key = { urn: "urn:key", type: "aws:kms/key:Key", id: "key", arn, inputs: {} };
    const table = { urn: "urn:table", type: "aws:dynamodb/table:Table", id: "made-by-the-engine", inputs: {} };
    for (const name of ["made-by-the-engine", "named-1a2b3c00"]) await makeTable(name);
    const administrators = { of: () => session };
    expect(await usedKeys([key, table], administrators, mark)).to.deep.equal([]);
    await makeTable("somebody-elses");
    expect(await usedKeys([key, table], administrators, mark)).to.deep.equal([
      { urn: "urn:key", arn, users: ["table/somebody-elses"] },
    ]);
  });
});
