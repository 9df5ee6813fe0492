import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { consoleKeyPolicy } from "../../infra/policies/consoleKeyPolicy.ts";
import { createUser, startTestEmulator, type Credentials, type Emulator } from "../support/emulator.ts";
import { hasCommand, shell, type Ended } from "../support/shell.ts";

const account = "000000000000";
const tableName = "nextwork-kms-table";
const userName = "nextwork-kms-user";
const item = ["--table-name", tableName, "--key", '{"id":{"S":"1"}}'];

/** The AWS CLI, as somebody who calls the embedded AWS and nothing else. */
function awsCli(emulator: Emulator, { accessKeyId, secretAccessKey }: Credentials) {
  const environment = {
    PATH: process.env.PATH,
    HOME: "/nonexistent",
    AWS_ENDPOINT_URL: emulator.url,
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_PAGER: "",
  };
  return (...args: readonly string[]): Promise<Ended> => shell("aws", [...args, "--output", "text"], environment);
}

async function answer(call: Promise<Ended>): Promise<string> {
  const { exitCode, stdout, stderr } = await call;
  expect(stderr).to.equal("");
  expect(exitCode).to.equal(0);
  return stdout.trim();
}

async function refusal(call: Promise<Ended>): Promise<string> {
  const { exitCode, stdout, stderr } = await call;
  expect(stdout).to.equal("");
  expect(exitCode).to.not.equal(0);
  return stderr.trim();
}

function policy(administrator: string, users: readonly string[]): string {
  return JSON.stringify(
    consoleKeyPolicy({
      accountRoot: `arn:aws:iam::${account}:root`,
      administrators: [administrator],
      administratorsMayDelete: true,
      users,
      use: "symmetric encryption",
    }),
  );
}

/** What DynamoDB says when KMS refuses the caller. Source: recorded on CreateTable, 2026-10. */
function deniedByKms(operation: string, keyArn: string): RegExp {
  const user = `arn:aws:iam::${account}:user/${userName}`;
  const sentence = `User: ${user} is not authorized to perform: kms:Decrypt on resource: ${keyArn} because no identity-based policy allows the kms:Decrypt action`;
  return new RegExp(
    `^An error occurred \\(AccessDeniedException\\) when calling the ${operation} operation: KMS key access denied error: com\\.amazonaws\\.services\\.kms\\.model\\.AWSKMSException: ${escaped(sentence)} \\(Service: AWSKMS; Status Code: 400; Error Code: AccessDeniedException; Request ID: [0-9a-f-]{36}; Proxy: null\\)$`,
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

describe("the AWS CLI", function () {
  this.timeout(120_000);
  let emulator: Emulator;

  before(async function () {
    if (!(await hasCommand("aws"))) {
      process.stderr.write("The AWS CLI is not on this machine: its tests are skipped.\n");
      this.skip();
    }
    emulator = await startTestEmulator();
  });

  after(async () => {
    await (emulator as Emulator | undefined)?.stop();
  });

  it("goes through the workshop 'Encrypt a database' by hand", async () => {
    const allowAll = [{ Effect: "Allow", Action: "*", Resource: "*" }] as const;
    const administrator = await createUser(emulator, "administrator", allowAll);
    const admin = awsCli(emulator, administrator.credentials);

    const keyArn = await answer(
      admin(
        "kms",
        "create-key",
        "--policy",
        policy(administrator.arn, [administrator.arn]),
        "--query",
        "KeyMetadata.Arn",
      ),
    );
    await answer(admin("kms", "create-alias", "--alias-name", "alias/nextwork-kms-key", "--target-key-id", keyArn));
    await answer(
      admin(
        ...["dynamodb", "create-table", "--table-name", tableName, "--billing-mode", "PAY_PER_REQUEST"],
        ...["--attribute-definitions", "AttributeName=id,AttributeType=S"],
        ...["--key-schema", "AttributeName=id,KeyType=HASH"],
      ),
    );
    await answer(admin("dynamodb", "wait", "table-exists", "--table-name", tableName));
    await answer(
      admin(
        ...["dynamodb", "update-table", "--table-name", tableName],
        ...["--sse-specification", `Enabled=true,SSEType=KMS,KMSMasterKeyId=${keyArn}`],
      ),
    );
    const encryption = await answer(
      admin(
        "dynamodb",
        "describe-table",
        "--table-name",
        tableName,
        "--query",
        "Table.SSEDescription.[SSEType,KMSMasterKeyArn]",
      ),
    );
    expect(encryption.split("\t")).to.deep.equal(["KMS", keyArn]);
    await answer(admin("dynamodb", "put-item", "--table-name", tableName, "--item", '{"id":{"S":"1"}}'));
    expect(await answer(admin("dynamodb", "get-item", ...item, "--query", "Item.id.S"))).to.equal("1");

    await answer(admin("iam", "create-user", "--user-name", userName));
    await answer(
      admin(
        "iam",
        "create-login-profile",
        "--user-name",
        userName,
        "--password",
        "Correct-Horse-7",
        "--no-password-reset-required",
      ),
    );
    await answer(
      admin(
        ...["iam", "attach-user-policy", "--user-name", userName],
        ...["--policy-arn", "arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"],
      ),
    );
    const [accessKeyId = "", secretAccessKey = ""] = (
      await answer(
        admin(
          "iam",
          "create-access-key",
          "--user-name",
          userName,
          "--query",
          "AccessKey.[AccessKeyId,SecretAccessKey]",
        ),
      )
    ).split("\t");
    const user = awsCli(emulator, { accessKeyId, secretAccessKey });

    expect(await answer(user("dynamodb", "list-tables", "--query", "TableNames"))).to.equal(tableName);
    const described = await answer(
      user("dynamodb", "describe-table", "--table-name", tableName, "--query", "Table.TableStatus"),
    );
    expect(described).to.equal("ACTIVE");
    const condition = ["--key-condition-expression", "id = :id", "--expression-attribute-values", '{":id":{"S":"1"}}'];
    const denied = {
      GetItem: user("dynamodb", "get-item", ...item),
      Query: user("dynamodb", "query", "--table-name", tableName, ...condition),
      Scan: user("dynamodb", "scan", "--table-name", tableName),
      PutItem: user("dynamodb", "put-item", "--table-name", tableName, "--item", '{"id":{"S":"2"}}'),
    };
    for (const [operation, call] of Object.entries(denied)) {
      expect(await refusal(call)).to.match(deniedByKms(operation, keyArn));
    }

    const userArn = `arn:aws:iam::${account}:user/${userName}`;
    await answer(
      admin(
        ...["kms", "put-key-policy", "--key-id", keyArn, "--policy-name", "default"],
        ...["--policy", policy(administrator.arn, [administrator.arn, userArn])],
      ),
    );
    expect(await answer(user("dynamodb", "get-item", ...item, "--query", "Item.id.S"))).to.equal("1");

    await answer(admin("dynamodb", "delete-table", "--table-name", tableName));
    const pending = await answer(
      admin(
        ...["kms", "schedule-key-deletion", "--key-id", keyArn, "--pending-window-in-days", "7"],
        ...["--query", "[KeyState,PendingWindowInDays]"],
      ),
    );
    expect(pending.split("\t")).to.deep.equal(["PendingDeletion", "7"]);
    const events = await answer(
      admin(
        ...["cloudtrail", "lookup-events", "--lookup-attributes", "AttributeKey=EventName,AttributeValue=Decrypt"],
        ...["--query", "Events[?contains(CloudTrailEvent, 'AccessDenied')].Username"],
      ),
    );
    expect(new Set(events.split("\t"))).to.deep.equal(new Set([userName]));
  });

  it("goes through the practicals of the workshop 'KMS overview'", async () => {
    const { credentials } = await createUser(emulator, "student", [{ Effect: "Allow", Action: "*", Resource: "*" }]);
    const kms = (...args: readonly string[]) => answer(awsCli(emulator, credentials)("kms", ...args));
    const alias = "alias/my-app-key";
    const keyId = await kms("create-key", "--description", "MyAppKey", "--query", "KeyMetadata.KeyId");
    const state = () => kms("describe-key", "--key-id", keyId, "--query", "KeyMetadata.KeyState");
    await kms("create-alias", "--alias-name", alias, "--target-key-id", keyId);
    const inBase64 = ["--cli-binary-format", "raw-in-base64-out"];
    const isVersion2 = (await answer(awsCli(emulator, credentials)("--version"))).startsWith("aws-cli/2");
    const blob = await kms(
      ...["encrypt", "--key-id", alias, "--plaintext", "MySecretData", "--query", "CiphertextBlob"],
      ...(isVersion2 ? inBase64 : []),
    );
    const folder = await mkdtemp(join(tmpdir(), "keylab-cli-"));
    const file = join(folder, "encrypted");
    await writeFile(file, Buffer.from(blob, "base64"));
    const plaintext = await kms("decrypt", "--ciphertext-blob", `fileb://${file}`, "--query", "Plaintext");
    await rm(folder, { recursive: true });
    expect(Buffer.from(plaintext, "base64").toString()).to.equal("MySecretData");
    await kms("enable-key-rotation", "--key-id", keyId);
    expect(await kms("get-key-rotation-status", "--key-id", keyId, "--query", "RotationPeriodInDays")).to.equal("365");
    await kms("schedule-key-deletion", "--key-id", keyId, "--pending-window-in-days", "7");
    expect(await state()).to.equal("PendingDeletion");
    await kms("cancel-key-deletion", "--key-id", keyId);
    expect(await state()).to.equal("Disabled");
    await kms("enable-key", "--key-id", keyId);
    expect(await state()).to.equal("Enabled");
  });
});
