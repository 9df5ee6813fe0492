import { CreateTableCommand, DeleteTableCommand } from "@aws-sdk/client-dynamodb";
import { DescribeKeyCommand, ScheduleKeyDeletionCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import type { EncryptionKeyOutputs } from "../../infra/encryptionKey.ts";
import { answer, type Action } from "../../scenarios/contract/action.ts";
import { can } from "../../scenarios/contract/expectation.ts";
import { Notes } from "../../scenarios/contract/notes.ts";
import { Session } from "../../scenarios/contract/session.ts";
import transparentEncryption from "../../scenarios/dynamodb/transparent-encryption.ts";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";
import { runLocally } from "../support/runLocally.ts";
import { startSharedAws, type SharedAws } from "../support/sharedAws.ts";

const TableName = "somebody-elses";

/** Stands in for a person who works in the same account. */
const useTheKey: Action<{ readonly key: EncryptionKeyOutputs }> = {
  operation: "dynamodb:CreateTable",
  attempt: "CreateTable of somebody else under key",
  async perform({ key }, { dynamodb }) {
    const output = await dynamodb.send(
      new CreateTableCommand({
        TableName,
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
        SSESpecification: { Enabled: true, SSEType: "KMS", KMSMasterKeyId: key.arn },
      }),
    );
    return answer(output, undefined);
  },
};

describe("a run on an endpoint where others work as well", function () {
  this.timeout(120_000);
  let aws: SharedAws;

  before(async function () {
    this.timeout(installationMilliseconds);
    await testPulumi();
    aws = await startSharedAws({});
  });

  after(() => aws.stop());

  it("deletes no key that somebody else has come to use, and names what uses it", async () => {
    const { lasting } = aws.target;
    if (!lasting) throw new Error("The endpoint does not outlive the run.");
    const root = new Session(lasting.root, new Notes());
    const scenario = {
      ...transparentEncryption,
      phases: [{ name: "somebody else uses the key", expect: [can("admin", useTheKey)] }],
    };
    try {
      const told = await runLocally([scenario], { options: { target: aws.target } });
      const [{ outcome, problems, leftovers } = { outcome: "", problems: [], leftovers: [] }] = told.ended;
      const [, arn = ""] = /^(arn:aws:kms:\S+:key\/\S+): the key is/.exec(leftovers[0] ?? "") ?? [];
      expect({ outcome, leftovers }).to.deep.equal({
        outcome: "failed",
        leftovers: [`${arn}: the key is Enabled instead of pending deletion`],
      });
      expect(problems.map(({ stage, message }) => `${stage}: ${message}`)).to.deep.equal([
        `destruction: destroying the resources failed: ${arn} is not deleted, for it is still used by table/${TableName}.`,
      ]);
      const { KeyMetadata } = await root.kms.send(new DescribeKeyCommand({ KeyId: arn }));
      expect(KeyMetadata?.KeyState).to.equal("Enabled");
      await root.dynamodb.send(new DeleteTableCommand({ TableName }));
      await root.kms.send(new ScheduleKeyDeletionCommand({ KeyId: arn, PendingWindowInDays: 7 }));
    } finally {
      root.close();
    }
  });

  it("tells the events of CloudTrail of its own principals, phase by phase", async () => {
    const told = await runLocally([transparentEncryption], { options: { target: aws.target } });
    const audited = told.events.filter((event) => event.type === "phase audited");
    expect(audited.map(({ phase }) => phase)).to.deep.equal(transparentEncryption.phases.map(({ name }) => name));
    const all = audited.flatMap(({ events }) => events);
    const users = new Set(all.map(({ caller }) => caller.replace(/^.*user\/(.*)-[0-9a-z]+$/, "$1")));
    expect([...users].sort()).to.deep.equal(["keylab-administrator", "nextwork-kms-user"]);
    const [phase] = audited.filter((event) => event.phase === "the user may use DynamoDB but not the key");
    const denied = ["kms.amazonaws.com", "Decrypt", "AccessDenied", "dynamodb.amazonaws.com"];
    expect(
      phase?.events.map(({ eventSource, eventName, errorCode, invokedBy }) => [
        eventSource,
        eventName,
        errorCode,
        invokedBy,
      ]),
    ).to.deep.equal([
      ["dynamodb.amazonaws.com", "DescribeTable", undefined, undefined],
      ["dynamodb.amazonaws.com", "ListTables", undefined, undefined],
      ...Array.from({ length: 4 }, () => denied),
    ]);
  });
});
