import * as Logs from "@aws-sdk/client-cloudwatch-logs";
import { expect } from "chai";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";

const group = "arn:aws:logs:us-east-1:000000000000:log-group:/mine:*";

describe("CloudWatch Logs, resource policies", () => {
  let emulator: Emulator;
  let client: Logs.CloudWatchLogsClient;
  beforeEach(async () => {
    emulator = await startTestEmulator({ clockStandsAt: new Date("2026-11-25T07:00:00.000Z") });
    client = clientsFor(emulator).logs;
    await client.send(new Logs.CreateLogGroupCommand({ logGroupName: "/mine" }));
    await client.send(new Logs.CreateLogGroupCommand({ logGroupName: "/other" }));
  });
  afterEach(() => emulator.stop());

  const documentFor = (AWS: string) =>
    JSON.stringify({
      Version: "2012-10-17",
      Statement: { Effect: "Allow", Principal: { AWS }, Action: "logs:CreateLogStream", Resource: group },
    });
  const put = (policyName: string | undefined, policyDocument: string) =>
    client.send(new Logs.PutResourcePolicyCommand({ policyName, policyDocument }));

  it("let in whom they name, to what they name, as long as they are there", async () => {
    const { arn, clients } = await createUser(emulator, "Writer");
    const make = (logGroupName: string, logStreamName: string) =>
      clients.logs.send(new Logs.CreateLogStreamCommand({ logGroupName, logStreamName }));
    await put("mine", documentFor(arn));
    await make("/mine", "a");
    expect((await refusalOf(make("/other", "a"))).code).to.equal("AccessDeniedException");
    await client.send(new Logs.DeleteResourcePolicyCommand({ policyName: "mine" }));
    expect((await refusalOf(make("/mine", "b"))).code).to.equal("AccessDeniedException");
  });

  it("are shown, and no more than ten", async () => {
    const policyDocument = documentFor("*");
    for (let index = 0; index < 10; index++) await put(`policy-${index}`, policyDocument);
    expect((await refusalOf(put("another", policyDocument))).code).to.equal("LimitExceededException");
    await put("policy-0", policyDocument);
    const { resourcePolicies = [] } = await client.send(new Logs.DescribeResourcePoliciesCommand({ limit: 1 }));
    expect(resourcePolicies).to.deep.equal([
      { policyName: "policy-0", policyDocument, policyScope: "ACCOUNT", lastUpdatedTime: Date.UTC(2026, 10, 25, 7) },
    ]);
  });

  it("are refused without a name, and with a document that is none", async () => {
    expect((await refusalOf(put(undefined, documentFor("*")))).code).to.equal("InvalidParameterException");
    expect((await refusalOf(put("mine", "{}"))).code).to.equal("InvalidParameterException");
    const gone = new Logs.DeleteResourcePolicyCommand({ policyName: "none" });
    expect((await refusalOf(client.send(gone))).code).to.equal("ResourceNotFoundException");
  });
});
