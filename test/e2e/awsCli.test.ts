import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { consoleKeyPolicy } from "../../infra/policies/consoleKeyPolicy.ts";
import { awsCli, hasAwsCli } from "../support/awsCli.ts";
import { createUser, rootOf, startTestEmulator, type Emulator } from "../support/emulator.ts";
import type { Ended } from "../support/shell.ts";

const account = "000000000000";
const tableName = "nextwork-kms-table";
const userName = "nextwork-kms-user";
const item = ["--table-name", tableName, "--key", '{"id":{"S":"1"}}'];

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
    if (!(await hasAwsCli())) this.skip();
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

  it("goes through the workshop 'KMS overview' as it is written", async () => {
    const cli = awsCli(emulator, rootOf("222222222222"));
    const folder = await mkdtemp(join(tmpdir(), "keylab-cli-"));
    const encrypted = join(folder, "encrypted.txt");
    // Version 2 takes --plaintext as base64, unless it is told that it is text.
    const isFirstVersion = (await answer(cli("--version"))).startsWith("aws-cli/1.");
    const asText = isFirstVersion ? [] : ["--cli-binary-format", "raw-in-base64-out"];
    try {
      const keyId = await answer(
        cli("kms", "create-key", "--description", "My KMS key", "--query", "KeyMetadata.KeyId"),
      );
      await answer(cli("kms", "create-alias", "--alias-name", "alias/my-app-key", "--target-key-id", keyId));

      const blob = await answer(
        cli(
          ...["kms", "encrypt", "--key-id", "alias/my-app-key", "--plaintext", "MySecretData", ...asText],
          ...["--query", "CiphertextBlob"],
        ),
      );
      await writeFile(encrypted, Buffer.from(blob, "base64"));
      const decrypted = await answer(
        cli("kms", "decrypt", "--ciphertext-blob", `fileb://${encrypted}`, "--query", "[Plaintext,KeyId]"),
      );
      expect(decrypted.split("\t")).to.deep.equal([
        Buffer.from("MySecretData").toString("base64"),
        `arn:aws:kms:us-east-1:222222222222:key/${keyId}`,
      ]);

      await answer(cli("kms", "enable-key-rotation", "--key-id", keyId));
      expect(
        await answer(cli("kms", "get-key-rotation-status", "--key-id", keyId, "--query", "KeyRotationEnabled")),
      ).to.equal("True");

      const secret = ["secretsmanager", "create-secret", "--name", "MySecret", "--kms-key-id", "alias/my-app-key"];
      await answer(cli(...secret, "--secret-string", '{"username":"admin","password":"pass123"}'));
      const read = ["secretsmanager", "get-secret-value", "--secret-id", "MySecret", "--query", "SecretString"];
      expect(await answer(cli(...read))).to.equal('{"username":"admin","password":"pass123"}');

      const schedule = ["kms", "schedule-key-deletion", "--key-id", keyId, "--pending-window-in-days", "7"];
      expect(await answer(cli(...schedule, "--query", "KeyState"))).to.equal("PendingDeletion");
      const decryptAgain = cli("kms", "decrypt", "--ciphertext-blob", `fileb://${encrypted}`);
      expect(await refusal(decryptAgain)).to.match(/\(KMSInvalidStateException\).* is pending deletion\.$/);
      await answer(cli("kms", "cancel-key-deletion", "--key-id", keyId));
      const state = ["kms", "describe-key", "--key-id", keyId, "--query", "KeyMetadata.KeyState"];
      expect(await answer(cli(...state))).to.equal("Disabled");
      await answer(cli("kms", "enable-key", "--key-id", keyId));
      expect(await answer(cli(...state))).to.equal("Enabled");
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
