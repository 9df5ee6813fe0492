import { CreateKeyCommand, DisableKeyCommand, EnableKeyCommand } from "@aws-sdk/client-kms";
import * as Logs from "@aws-sdk/client-cloudwatch-logs";
import { expect } from "chai";
import { clientsFor, refusalOf, startTestEmulator, type Clients, type Emulator } from "../../../support/emulator.ts";

const start = new Date("2026-11-25T07:00:00.000Z");
const account = "000000000000";
const arnOf = (name: string) => `arn:aws:logs:us-east-1:${account}:log-group:${name}`;
const unusable = (name: string) => ({
  code: "AccessDeniedException",
  message: `The specified KMS key does not exist or is not allowed to be used with Arn '${arnOf(name)}'`,
  status: 400,
});

/** AWS's own example of a key policy for one log group. */
const policyFor = (group: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Principal: { AWS: account }, Action: "kms:*", Resource: "*" },
      {
        Effect: "Allow",
        Principal: { Service: "logs.us-east-1.amazonaws.com" },
        Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
        Resource: "*",
        Condition: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": arnOf(group) } },
      },
    ],
  });

describe("CloudWatch Logs, log groups under a KMS key", () => {
  let emulator: Emulator;
  let clients: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator({ clockStandsAt: start });
    clients = clientsFor(emulator);
  });
  afterEach(() => emulator.stop());

  const makeKey = async (Policy?: string) =>
    (await clients.kms.send(new CreateKeyCommand({ Policy }))).KeyMetadata?.Arn ?? "";
  const makeGroup = (logGroupName: string, kmsKeyId?: string) =>
    clients.logs.send(new Logs.CreateLogGroupCommand({ logGroupName, kmsKeyId }));
  const stream = { logGroupName: "/mine", logStreamName: "a" };
  const put = (message: string) =>
    clients.logs.send(
      new Logs.PutLogEventsCommand({ ...stream, logEvents: [{ timestamp: start.getTime(), message }] }),
    );
  const messages = async () =>
    (await clients.logs.send(new Logs.GetLogEventsCommand(stream))).events?.map(({ message }) => message);
  const stored = () =>
    [...(emulator.instance.region(account, "us-east-1").logs.group("/mine")?.streams.get("a")?.events ?? [])].map(
      ({ content }) => (typeof content === "string" ? content : content.key.kmsKeyArn),
    );

  it("lets a key's policy decide, by the log group in the encryption context", async () => {
    const key = await makeKey(policyFor("/mine"));
    expect(await refusalOf(makeGroup("/other", key))).to.deep.equal(unusable("/other"));
    await makeGroup("/mine", key);
    const { logGroups } = await clients.logs.send(new Logs.DescribeLogGroupsCommand({}));
    expect(logGroups?.map(({ logGroupName, kmsKeyId }) => [logGroupName, kmsKeyId])).to.deep.equal([["/mine", key]]);
  });

  it("takes no key that does not let CloudWatch Logs in, is disabled, or does not exist", async () => {
    expect(await refusalOf(makeGroup("/mine", await makeKey()))).to.deep.equal(unusable("/mine"));
    const disabled = await makeKey(policyFor("/mine"));
    await clients.kms.send(new DisableKeyCommand({ KeyId: disabled }));
    expect(await refusalOf(makeGroup("/mine", disabled))).to.deep.equal(unusable("/mine"));
    const missing = `arn:aws:kms:us-east-1:${account}:key/11111111-1111-4111-8111-111111111111`;
    expect(await refusalOf(makeGroup("/mine", missing))).to.deep.equal(unusable("/mine"));
    const { code, message } = await refusalOf(makeGroup("/mine", "alias/mine"));
    expect([code, message]).to.deep.equal([
      "InvalidParameterException",
      "The kmsKeyId alias/mine is not the ARN of a KMS key: arn:aws:kms:<region>:<account>:key/<id>.",
    ]);
  });

  it("encrypts what comes while there is a key, and leaves the rest as it is", async () => {
    const key = await makeKey(policyFor("/mine"));
    await makeGroup("/mine");
    await clients.logs.send(new Logs.CreateLogStreamCommand(stream));
    await put("before");
    await clients.logs.send(new Logs.AssociateKmsKeyCommand({ resourceIdentifier: arnOf("/mine"), kmsKeyId: key }));
    await put("under the key");
    await clients.logs.send(new Logs.DisassociateKmsKeyCommand({ logGroupName: "/mine" }));
    await put("after");
    expect(stored()).to.deep.equal(["before", key, "after"]);
    expect(await messages()).to.deep.equal(["before", "under the key", "after"]);
    const other = new Logs.AssociateKmsKeyCommand({
      resourceIdentifier: `arn:aws:logs:us-east-1:${account}:query-result:*`,
      kmsKeyId: key,
    });
    expect((await refusalOf(clients.logs.send(other))).code).to.equal("InvalidParameterException");
  });

  it("neither reads nor writes once the key is disabled and what was opened is forgotten", async () => {
    const KeyId = await makeKey(policyFor("/mine"));
    await makeGroup("/mine", KeyId);
    await clients.logs.send(new Logs.CreateLogStreamCommand(stream));
    await put("secret");
    await clients.kms.send(new DisableKeyCommand({ KeyId }));
    expect(await messages()).to.deep.equal(["secret"]);
    emulator.instance.clock.advance(5 * 60_000);
    expect(await refusalOf(messages())).to.deep.equal(unusable("/mine"));
    expect(await refusalOf(put("more"))).to.deep.equal(unusable("/mine"));
    await clients.kms.send(new EnableKeyCommand({ KeyId }));
    expect(await messages()).to.deep.equal(["secret"]);
  });
});
