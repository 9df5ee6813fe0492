import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { expect } from "chai";
import { FakeContext, keylabHere } from "../fakeContext.ts";
import { Keylab } from "../keylab.ts";

describe("an embedded AWS that was started with options", () => {
  let folder = "";
  let server: Keylab;
  let port = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-options-"));
    await writeFile(join(folder, "chaos.yaml"), "seed: 5\nservices:\n  kms: { throttle: 1 }\n");
    const options = ["--account", "111122223333", "444455556666", "--lag", "grant=1m", "--chaos", "chaos.yaml"];
    server = new Keylab(["aws", "start", "--port", "0", ...options], { folder });
    const [, digits = ""] = await server.says(/http:\/\/127\.0\.0\.1:(\d+)[^]*Ctrl-C/);
    port = digits;
  });
  after(async () => {
    server.process.kill("SIGTERM");
    await server.ended();
    await rm(folder, { recursive: true });
  });

  const aws = (...args: string[]) =>
    keylabHere(["aws", ...args, "--port", port], new FakeContext({ workingFolder: folder }));

  it("says in words what it was told, at its start and in its status", async () => {
    const said = [
      "accounts: 111122223333, 444455556666\n",
      "Lag:           grant 1m (seed 1)\n",
      "Chaos:         none; kms: throttle 100 % (seed 5)\n",
      '(or "test" for 111122223333)',
    ];
    for (const part of said) expect(server.stdout).to.include(part);
    const { stdout } = await aws("status");
    expect(stdout.split("\n").slice(4, 8)).to.deep.equal([
      "Lag       grant 1m (seed 1)",
      "Chaos     none; kms: throttle 100 % (seed 5)",
      "          so far of 0 requests 0 throttled, 0 failed, 0 dropped before and 0 after they ran, 0 slowed",
      "Accounts  only 111122223333, 444455556666",
    ]);
  });

  it("is inspected in the account of the access key id test, unless another is named", async () => {
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const dynamoDb = new DynamoDBClient({ endpoint: `http://127.0.0.1:${port}`, region: "us-east-1", credentials });
    await dynamoDb.send(
      new CreateTableCommand({
        TableName: "people",
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
    expect(await aws("inspect", "table", "people")).to.deep.equal({
      exitCode: 0,
      stdout:
        "arn:aws:dynamodb:us-east-1:111122223333:table/people, 0 items, encrypted under a data key of DynamoDB itself\n",
      stderr: "",
    });
    const { exitCode, stderr } = await aws("inspect", "table", "people", "--account", "444455556666");
    expect([exitCode, stderr.split("\n")[0]]).to.deep.equal([
      2,
      "There is no table people in account 444455556666, region us-east-1.",
    ]);
  });
});
