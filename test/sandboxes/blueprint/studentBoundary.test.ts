import { GetItemCommand, ListTablesCommand, UpdateTableCommand } from "@aws-sdk/client-dynamodb";
import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteUserPermissionsBoundaryCommand,
  PutUserPermissionsBoundaryCommand,
  PutUserPolicyCommand,
  UpdateUserCommand,
} from "@aws-sdk/client-iam";
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  EncryptCommand,
  PutKeyPolicyCommand,
  TagResourceCommand,
} from "@aws-sdk/client-kms";
import { CreateBucketCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import { GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { expect } from "chai";
import { boundaryArn, studentBoundary } from "../../../sandboxes/blueprint/studentBoundary.ts";
import { studentPath } from "../../../sandboxes/blueprint/studentPath.ts";
import { clientsFor, startTestEmulator, type Emulator } from "../../support/emulator.ts";
import { accountId, enroll, everything, keyPolicyFor, partition, simpleTable, until, type Student } from "../enroll.ts";

let emulator: Emulator;

/** What the first student tries, with what is the second one's at hand. */
type Attempt = (ada: Student, ben: Student) => Promise<unknown>;

const item = { id: { S: "1" } };
const text = Buffer.from("letter");
const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: "sts:AssumeRole" }],
});

const allowed: Readonly<Record<string, Attempt>> = {
  "sees the names of all tables": ({ clients }) => clients.dynamoDb.send(new ListTablesCommand({})),
  "reads an own table": ({ clients, lease }) =>
    clients.dynamoDb.send(new GetItemCommand({ TableName: `${lease}-table`, Key: item })),
  "makes a table under an own name": ({ clients, lease }) => clients.dynamoDb.send(simpleTable(`${lease}-second`)),
  "reads an own secret": ({ clients, lease }) =>
    clients.secretsManager.send(new GetSecretValueCommand({ SecretId: `${lease}-secret` })),
  "makes a bucket under an own name": ({ clients, lease }) =>
    clients.s3.send(new CreateBucketCommand({ Bucket: `${lease}-bucket` })),
  "makes a key whose policy names them, encrypts and decrypts with it": async ({ clients, arn }) => {
    const Policy = keyPolicyFor(arn);
    const { KeyMetadata } = await clients.kms.send(new CreateKeyCommand({ Policy }));
    const { CiphertextBlob } = await clients.kms.send(
      new EncryptCommand({ KeyId: KeyMetadata?.KeyId, Plaintext: text }),
    );
    await clients.kms.send(new DecryptCommand({ CiphertextBlob }));
  },
  "gives an own key an alias under an own name": ({ clients, lease, keyArn }) =>
    clients.kms.send(new CreateAliasCommand({ AliasName: `alias/${lease}-key`, TargetKeyId: keyArn })),
  "lets an own key encrypt an own table": ({ clients, lease, keyArn }) =>
    clients.dynamoDb.send(
      new UpdateTableCommand({
        TableName: `${lease}-table`,
        SSESpecification: { Enabled: true, SSEType: "KMS", KMSMasterKeyId: keyArn },
      }),
    ),
  "makes a user under an own name and the boundary, with AmazonDynamoDBFullAccess": async ({ clients, lease }) => {
    const UserName = `${lease}-user`;
    const PermissionsBoundary = boundaryArn({ partition, accountId, lease });
    await clients.iam.send(new CreateUserCommand({ UserName, PermissionsBoundary }));
    const PolicyArn = "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess";
    await clients.iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn }));
    await clients.iam.send(new CreateAccessKeyCommand({ UserName }));
  },
  "makes a role under an own name and the boundary": ({ clients, lease }) =>
    clients.iam.send(
      new CreateRoleCommand({
        RoleName: `${lease}-role`,
        AssumeRolePolicyDocument: trust,
        PermissionsBoundary: boundaryArn({ partition, accountId, lease }),
      }),
    ),
};

const denied: Readonly<Record<string, Attempt>> = {
  "reads another's table": ({ clients }, { lease }) =>
    clients.dynamoDb.send(new GetItemCommand({ TableName: `${lease}-table`, Key: item })),
  "makes a table under another's name": ({ clients }, { lease }) =>
    clients.dynamoDb.send(simpleTable(`${lease}-second`)),
  "makes a table under nobody's name": ({ clients }) => clients.dynamoDb.send(simpleTable("second")),
  "makes a table in another region": ({ credentials, lease }) =>
    clientsFor(emulator, credentials, "eu-west-1").dynamoDb.send(simpleTable(`${lease}-second`)),
  "makes a key in another region": ({ credentials, arn }) =>
    clientsFor(emulator, credentials, "eu-west-1").kms.send(new CreateKeyCommand({ Policy: keyPolicyFor(arn) })),
  "reads another's secret": ({ clients }, { lease }) =>
    clients.secretsManager.send(new GetSecretValueCommand({ SecretId: `${lease}-secret` })),
  "lists a bucket of nobody's": ({ clients }) => clients.s3.send(new ListObjectsV2Command({ Bucket: "instructors" })),
  "encrypts with another's key": ({ clients }, { keyArn }) =>
    clients.kms.send(new EncryptCommand({ KeyId: keyArn, Plaintext: text })),
  "tags another's key as their own": ({ clients, lease }, { keyArn }) =>
    clients.kms.send(
      new TagResourceCommand({
        KeyId: keyArn,
        Tags: [{ TagKey: "keylab:student", TagValue: `pseudonym-${lease}` }],
      }),
    ),
  "changes the policy of another's key": ({ clients, arn }, { keyArn }) =>
    clients.kms.send(
      new PutKeyPolicyCommand({
        KeyId: keyArn,
        Policy: keyPolicyFor(arn),
      }),
    ),
  "gives an own key an alias under another's name": ({ clients, keyArn }, { lease }) =>
    clients.kms.send(new CreateAliasCommand({ AliasName: `alias/${lease}-key`, TargetKeyId: keyArn })),
  "makes a user without the boundary": ({ clients, lease }) =>
    clients.iam.send(new CreateUserCommand({ UserName: `${lease}-free` })),
  "makes a user under another boundary": ({ clients, lease }) =>
    clients.iam.send(new CreateUserCommand({ UserName: `${lease}-free`, PermissionsBoundary: everything })),
  "makes a user on another's path": ({ clients, lease }, { lease: other }) =>
    clients.iam.send(
      new CreateUserCommand({
        UserName: `${other}-mole`,
        Path: studentPath(other),
        PermissionsBoundary: boundaryArn({ partition, accountId, lease }),
      }),
    ),
  "makes an access key of another's administrator": ({ clients }, { lease }) =>
    clients.iam.send(new CreateAccessKeyCommand({ UserName: `${lease}-admin` })),
  "gives another's administrator a policy": ({ clients }, { lease }) =>
    clients.iam.send(new PutUserPolicyCommand({ UserName: `${lease}-admin`, PolicyName: "x", PolicyDocument: "{}" })),
  "moves the own administrator elsewhere": ({ clients, lease }) =>
    clients.iam.send(new UpdateUserCommand({ UserName: `${lease}-admin`, NewPath: "/" })),
  "lifts the own boundary": ({ clients, lease }) =>
    clients.iam.send(
      new PutUserPermissionsBoundaryCommand({ UserName: `${lease}-admin`, PermissionsBoundary: everything }),
    ),
  "removes the own boundary": ({ clients, lease }) =>
    clients.iam.send(new DeleteUserPermissionsBoundaryCommand({ UserName: `${lease}-admin` })),
  "rewrites the own boundary": ({ clients, lease }) =>
    clients.iam.send(
      new CreatePolicyVersionCommand({
        PolicyArn: boundaryArn({ partition, accountId, lease }),
        PolicyDocument: trust,
        SetAsDefault: true,
      }),
    ),
};

/** What became of an attempt: `allowed`, or the name of the error. */
async function outcomeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return "allowed";
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

describe("the boundary of a sandbox, of a student with AdministratorAccess", () => {
  let ada: Student;
  let ben: Student;

  before(async () => {
    emulator = await startTestEmulator();
    [ada, ben] = [await enroll(emulator, "ada-2345"), await enroll(emulator, "ben-abcd")];
    await clientsFor(emulator).s3.send(new CreateBucketCommand({ Bucket: "instructors" }));
  });

  after(() => emulator.stop());

  for (const [what, attempt] of Object.entries(allowed)) {
    it(what, async () => {
      expect(await outcomeOf(attempt(ada, ben))).to.equal("allowed");
    });
  }

  for (const [what, attempt] of Object.entries(denied)) {
    it(`never ${what}`, async () => {
      expect(await outcomeOf(attempt(ada, ben))).to.be.oneOf(["AccessDenied", "AccessDeniedException"]);
    });
  }

  it("leaves the lesson's denial to the identity policy", async () => {
    const { iam } = clientsFor(emulator);
    const UserName = `${ada.lease}-reader`;
    const PermissionsBoundary = boundaryArn({ partition, accountId, lease: ada.lease });
    await iam.send(new CreateUserCommand({ UserName, PermissionsBoundary }));
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
    const { AccessKeyId: accessKeyId = "", SecretAccessKey: secretAccessKey = "" } = AccessKey ?? {};
    const { kms } = clientsFor(emulator, { accessKeyId, secretAccessKey });
    const refused = await kms.send(new EncryptCommand({ KeyId: ada.keyArn, Plaintext: text })).catch(String);
    expect(refused).to.match(/because no identity-based policy allows the kms:Encrypt action$/);
  });

  it("lets nobody do anything after the end, nor in a frozen sandbox, whatever a key policy says", async () => {
    const over = await enroll(emulator, "over-2345", { until: "2020-01-01T00:00:00.000Z" });
    const frozen = await enroll(emulator, "cold-2345", { frozen: true });
    for (const student of [over, frozen]) {
      const { kms, sts } = student.clients;
      const attempts = [
        allowed["reads an own table"]?.(student, ben),
        kms.send(new EncryptCommand({ KeyId: student.keyArn, Plaintext: text })),
      ];
      for (const attempt of attempts) {
        expect(await outcomeOf(attempt ?? Promise.resolve())).to.equal("AccessDeniedException");
      }
      // Who they are nobody can be denied. Source: AWS STS API Reference, GetCallerIdentity.
      expect((await sts.send(new GetCallerIdentityCommand({}))).Arn).to.equal(student.arn);
    }
  });

  // IAM User Guide, "IAM and AWS STS quotas": without white space.
  it("fits into a managed policy, with the longest names and frozen", () => {
    const lease = "abcdefghijkl-2345";
    const order = {
      partition: "aws-us-gov",
      accountId,
      region: "us-gov-west-1",
      lease,
      pseudonym: "abcdefghij",
      until,
      frozen: true,
    };
    expect(JSON.stringify(studentBoundary(order)).length).to.be.at.most(6_144);
  });
});
