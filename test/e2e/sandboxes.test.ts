import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { AttachUserPolicyCommand, CreateAccessKeyCommand, CreateUserCommand } from "@aws-sdk/client-iam";
import {
  CreateAliasCommand,
  CreateGrantCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  PutKeyPolicyCommand,
} from "@aws-sdk/client-kms";
import { expect } from "chai";
import * as z from "zod";
import { consoleKeyPolicy } from "../../infra/policies/consoleKeyPolicy.ts";
import { keylab } from "../cli/keylab.ts";
import { Lesson } from "../sandboxes/lesson.ts";
import { clientsAt, studentClients, type StudentClients } from "../sandboxes/studentClients.ts";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";
import { inventory } from "../sweep/inventory.ts";
import { withSharedAws } from "../sweep/withSharedAws.ts";

const item = { id: { S: "1" } };
const accountId = "000000000000";

async function nameOfError(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => "none",
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  );
}

/** Makes somebody a user of the key, as the console does. */
async function makeKeyUser({ kms }: StudentClients, KeyId: string, arn: string): Promise<void> {
  const { Policy = "" } = await kms.send(new GetKeyPolicyCommand({ KeyId }));
  const policy = z
    .looseObject({
      Statement: z.array(z.looseObject({ Sid: z.string(), Principal: z.looseObject({ AWS: z.string() }) })),
    })
    .parse(JSON.parse(Policy));
  const Statement = policy.Statement.map((statement) =>
    /use of the key|persistent/.test(statement.Sid)
      ? { ...statement, Principal: { AWS: [statement.Principal.AWS, arn] } }
      : statement,
  );
  await kms.send(new PutKeyPolicyCommand({ KeyId, Policy: JSON.stringify({ ...policy, Statement }) }));
}

/** Ada is denied, becomes a user of the key, and reads. */
async function doTheWorkshop(lesson: Lesson): Promise<void> {
  const { id } = await lesson.leaseOf("ada");
  const user = await studentClients(lesson.handOut, id, "nextwork-kms-user");
  const administrator = await studentClients(lesson.handOut, id, "admin");
  const read = () => user.dynamodb.send(new GetItemCommand({ TableName: `${id}-nextwork-kms-table`, Key: item }));
  expect(await nameOfError(read())).to.equal("AccessDeniedException");
  const { KeyMetadata } = await administrator.kms.send(
    new DescribeKeyCommand({ KeyId: `alias/${id}-nextwork-kms-key` }),
  );
  const arn = `arn:aws:iam::${accountId}:user/keylab/${id}/${id}-nextwork-kms-user`;
  await makeKeyUser(administrator, KeyMetadata?.KeyId ?? "", arn);
  expect((await read()).Item).to.deep.equal(item);
}

/** Ben makes a key of his own, whose policy names nobody but him, encrypts a table of his own with it, and grants it to his user. */
async function shutOut(lesson: Lesson): Promise<void> {
  const { id } = await lesson.leaseOf("ben");
  const { kms, dynamodb } = await studentClients(lesson.handOut, id, "admin");
  const Principal = { AWS: `arn:aws:iam::${accountId}:user/keylab/${id}/${id}-admin` };
  const Policy = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal, Action: "kms:*", Resource: "*" }],
  });
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Policy }));
  await dynamodb.send(newTable(`${id}-mine`, KeyMetadata?.Arn));
  const GranteePrincipal = `arn:aws:iam::${accountId}:user/keylab/${id}/${id}-nextwork-kms-user`;
  await kms.send(new CreateGrantCommand({ KeyId: KeyMetadata?.Arn, GranteePrincipal, Operations: ["Decrypt"] }));
}

/** Zoe finds nothing, and makes all that the workshop says; she forgets nothing but to make her user a user of the key. */
async function makeEverything(lesson: Lesson): Promise<void> {
  const { id } = await lesson.leaseOf("zoe");
  const { kms, dynamodb, iam, place } = await studentClients(lesson.handOut, id, "admin");
  const Policy = JSON.stringify(
    consoleKeyPolicy({
      accountRoot: `arn:aws:iam::${accountId}:root`,
      administrators: [`arn:aws:iam::${accountId}:user/keylab/${id}/${id}-admin`],
      administratorsMayDelete: true,
      users: [`arn:aws:iam::${accountId}:user/keylab/${id}/${id}-admin`],
      use: "symmetric encryption",
    }),
  );
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Policy }));
  await kms.send(
    new CreateAliasCommand({ AliasName: `alias/${id}-nextwork-kms-key`, TargetKeyId: KeyMetadata?.KeyId }),
  );
  const TableName = `${id}-nextwork-kms-table`;
  await dynamodb.send(newTable(TableName, KeyMetadata?.Arn));
  await dynamodb.send(new PutItemCommand({ TableName, Item: item }));
  const UserName = `${id}-nextwork-kms-user`;
  const free = await nameOfError(iam.send(new CreateUserCommand({ UserName })));
  expect(free).to.equal("AccessDenied");
  const PermissionsBoundary = `arn:aws:iam::${accountId}:policy/keylab-boundaries/${id}`;
  await iam.send(new CreateUserCommand({ UserName, PermissionsBoundary }));
  const PolicyArn = "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess";
  await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  const { AccessKeyId: accessKeyId = "", SecretAccessKey: secretAccessKey = "" } = AccessKey ?? {};
  const user = clientsAt(place, { accessKeyId, secretAccessKey });
  expect(await nameOfError(user.dynamodb.send(new GetItemCommand({ TableName, Key: item })))).to.equal(
    "AccessDeniedException",
  );
}

function newTable(TableName: string, KMSMasterKeyId: string | undefined): CreateTableCommand {
  return new CreateTableCommand({
    TableName,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    SSESpecification: { Enabled: true, SSEType: "KMS", KMSMasterKeyId },
  });
}

describe("keylab sandbox", () => {
  let folder: string;

  before(async function () {
    this.timeout(installationMilliseconds);
    await testPulumi();
    folder = await mkdtemp(join(tmpdir(), "keylab-sandboxes-"));
  });

  after(() => rm(folder, { recursive: true }));

  it("leads a class from a roster with a mistake to an account with nothing left", async () => {
    await withSharedAws(folder, [], async (aws) => {
      const lesson = new Lesson(aws);
      const before = await inventory(aws.url);
      const up = ["up", "--roster", "roster.yaml", "--workshop", "encrypt-a-database", "--target", aws.url];

      // A mistake in the roster: nothing is made.
      const roster = [
        "groups:",
        "  - { name: makers, blueprint: do-it-yourself }",
        "  - { name: readers }",
        "students:",
        "  - { id: ada, name: Ada, group: readers }",
        "  - { id: ben, name: Ben, group: readers }",
        "  - { id: dan, name: Dan, group: readers }",
        "  - { id: zoe, name: Zoe, group: maker }",
      ].join("\n");
      await writeFile(join(folder, "roster.yaml"), roster);
      const refused = await lesson.sandbox(...up, "--for", "4h");
      expect([refused.exitCode, refused.stdout]).to.deep.equal([2, ""]);
      expect(refused.stderr).to.equal(
        'roster.yaml, line 8, column 34, group: There is no group "maker" (did you mean makers?). Declared are makers, readers.\n' +
          "Mend the file, and give it again.\n",
      );
      expect(await inventory(aws.url)).to.deep.equal(before);

      // Corrected: everybody has one, and nobody gets at another's.
      await writeFile(join(folder, "roster.yaml"), roster.replace("group: maker }", "group: makers }"));
      const made = await lesson.succeed(...up, "--for", "4h");
      expect(made).to.include("4 sandboxes of 4 stand.");
      expect(made).to.match(/^Isolated: \d{3,} attempts on what is another's, towards everybody else, all denied\.$/m);
      const { isolation, leases } = await lesson.view();
      expect(isolation).to.equal("proved");
      expect(leases.map(({ state, blueprint }) => `${state} ${blueprint}`)).to.deep.equal([
        "ready ready-made",
        "ready ready-made",
        "ready ready-made",
        "ready do-it-yourself",
      ]);

      await doTheWorkshop(lesson);
      await shutOut(lesson);
      await makeEverything(lesson);

      // The instructor sees who has done what.
      const seen = new Map((await lesson.view()).leases.map((lease) => [lease.students[0]?.id, lease]));
      const reached = (id: string) =>
        seen.get(id)?.checkpoints.flatMap((one) => (one.reachedAt === undefined ? [] : [one.id]));
      expect(reached("ada")).to.deep.equal(["denied-by-key-dynamodb", "became-key-user", "has-read-dynamodb"]);
      expect(reached("ben")).to.deep.equal([]);
      expect(reached("dan")).to.deep.equal([]);
      expect(reached("zoe")).to.deep.equal([
        "key-created",
        "table-encrypted",
        "user-created",
        "denied-by-key-dynamodb",
      ]);
      expect([...seen.values()].map(({ state }) => state)).to.deep.equal(["active", "active", "ready", "active"]);
      expect(seen.get("ada")?.denials.map(({ who, action }) => `${who} ${action}`)).to.deep.equal([
        "nextwork-kms-user kms:Decrypt",
      ]);

      // So does the dashboard, to whoever signs in.
      const page = await lesson.dashboard();
      expect(page.match(/\d of \d<|(?:Ada|Ben|Dan|Zoe)(?=<)/g)).to.include.members(["Ada", "Ben", "Dan", "Zoe"]);
      expect(page).to.include("DynamoDB asked for nextwork-kms-user. Refused, because no identity-based policy allows");

      // One is given more time, one is frozen; then time passes.
      const [ada, ben, dan] = [seen.get("ada")?.id ?? "", seen.get("ben")?.id ?? "", seen.get("dan")?.id ?? ""];
      await lesson.succeed("extend", ada, "--for", "8h");
      await lesson.succeed("freeze", ben, "--reason", "the key shuts me out");
      const frozen = await studentClients(lesson.handOut, ben, "nextwork-kms-user");
      const get = (lease: string) => new GetItemCommand({ TableName: `${lease}-nextwork-kms-table`, Key: item });
      expect(await nameOfError(frozen.dynamodb.send(get(ben)))).to.equal("UnrecognizedClientException");
      await keylab(["aws", "clock", "advance", "5h", "--port", new URL(aws.url).port], aws);
      // Access ends by itself: nobody of ours has looked yet.
      const late = await studentClients(lesson.handOut, dan, "admin");
      expect(await nameOfError(late.dynamodb.send(get(dan)))).to.equal("AccessDeniedException");
      const extended = await studentClients(lesson.handOut, ada, "nextwork-kms-user");
      expect(await nameOfError(extended.dynamodb.send(get(ada)))).to.equal("none");
      await lesson.succeed("sweep");
      expect((await lesson.view()).leases.map(({ state }) => state)).to.deep.equal([
        "active",
        "ended",
        "ended",
        "ended",
      ]);

      // The end: nothing is left, in the account and on this machine.
      const ended = await lesson.succeed("end", "--yes", "--grades", "grades.csv");
      expect(ended).to.match(/^Class encrypt-a-database: 4 students, 4 of 4 sandboxes ended, 7 checkpoints reached, /);
      expect(ended).to.include("Nothing is left.");
      expect(ended.match(/^ {2}\S+: arn:aws:kms:\S+:key\/\S+ {2}2\S+$/gm)).to.have.length(5);
      expect(await inventory(aws.url)).to.deep.equal(before);
      const [, adaGrade] = (await readFile(join(folder, "grades.csv"), "utf8")).split("\n");
      expect(adaGrade).to.match(/^ada,Ada,,readers,ada-\w{4},3,4,\d{4}-.*,$/);
      const kept = await readdir(join(folder, ".keylab", "classes", "encrypt-a-database"));
      expect(kept.toSorted()).to.deep.equal(["class.json", "isolation.json", "leases", "report.json"]);
      expect(await lesson.succeed("end", "--yes")).to.match(/^The class encrypt-a-database had ended before: /);
    });
  }).timeout(180_000);
});
