import { expect } from "chai";
import { AuditLog } from "../../../emulator/audit/auditLog.ts";
import type { CloudTrailEvent } from "../../../emulator/audit/cloudTrailEvent.ts";
import { DecisionLog } from "../../../emulator/audit/decisionLog.ts";
import { recorded } from "../../../emulator/audit/recorded.ts";
import { decide } from "../../../emulator/authorization/decide.ts";
import type { Decision } from "../../../emulator/authorization/decision.ts";
import { explain } from "../../../emulator/authorization/explain.ts";
import { ServiceModel } from "../../../emulator/protocols/serviceModel.ts";
import { accessRequest, principals } from "../authorization/accessRequests.ts";

function event(eventID: string, recipientAccountId: string): CloudTrailEvent {
  return {
    eventVersion: "1.11",
    userIdentity: {},
    eventTime: "2020-01-01T00:00:00Z",
    eventSource: "kms.amazonaws.com",
    eventName: "Decrypt",
    awsRegion: "us-east-1",
    sourceIPAddress: "127.0.0.1",
    userAgent: "",
    requestParameters: null,
    responseElements: null,
    requestID: "",
    eventID,
    readOnly: true,
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId,
    eventCategory: "Management",
  };
}

describe("the audit log", () => {
  it("keeps the events of each account, oldest first", () => {
    const log = new AuditLog();
    log.record(event("1", "a"));
    log.record(event("2", "b"));
    log.record(event("3", "a"));
    expect(log.eventsOf("a").map(({ eventID }) => eventID)).to.deep.equal(["1", "3"]);
    expect(log.eventsOf("b").map(({ eventID }) => eventID)).to.deep.equal(["2"]);
    expect(log.eventsOf("c")).to.deep.equal([]);
  });

  it("tells whoever listens of each event from then on, and keeps no data event", () => {
    const log = new AuditLog();
    log.record(event("1", "a"));
    expect(log.hearsData).to.equal(false);
    const heard: string[] = [];
    log.onRecord(({ eventID }) => heard.push(`first ${eventID}`));
    log.onRecord(({ eventID }) => heard.push(`second ${eventID}`));
    expect(log.hearsData).to.equal(true);
    log.record(event("2", "a"));
    log.record({ ...event("3", "b"), managementEvent: false, eventCategory: "Data" });
    expect(heard).to.deep.equal(["first 2", "second 2", "first 3", "second 3"]);
    expect([log.eventsOf("a").length, log.eventsOf("b").length]).to.deep.equal([2, 0]);
  });

  it("forgets the oldest of very many", () => {
    const log = new AuditLog();
    for (let index = 0; index <= 100_000; index++) log.record(event(String(index), "a"));
    const events = log.eventsOf("a");
    expect([events.length, events[0]?.eventID, events.at(-1)?.eventID]).to.deep.equal([90_001, "10000", "100000"]);
  });

  it("counts the events of all accounts together, and forgets those of the account with the most", () => {
    const log = new AuditLog();
    for (let index = 0; index < 60_000; index++) log.record(event(String(index), "a"));
    for (let index = 0; index <= 40_000; index++) log.record(event(String(index), "b"));
    expect([log.eventsOf("a").length, log.eventsOf("b").length]).to.deep.equal([54_000, 40_001]);
  });
});

describe("the decision log", () => {
  const decision = (action: string): Decision => ({
    result: "Allowed",
    layer: "key policy",
    principal: principals.alice,
    action,
    resource: "*",
  });

  it("keeps the decisions of each request, in order", () => {
    const log = new DecisionLog();
    log.record("1", decision("a"));
    log.record("2", decision("b"));
    log.record("1", decision("c"));
    expect(log.of("1").map(({ action }) => action)).to.deep.equal(["a", "c"]);
    expect(log.of("3")).to.deep.equal([]);
  });

  it("forgets the oldest of very many", () => {
    const log = new DecisionLog();
    for (let index = 0; index <= 10_000; index++) log.record(String(index), decision("a"));
    expect([log.of("999").length, log.of("1000").length, log.of("10000").length]).to.deep.equal([0, 1, 1]);
  });

  it("explains the latest thousand decisions, and the last denial however long ago", () => {
    const log = new DecisionLog();
    expect(log.lastDenial()).to.equal(undefined);
    const request = accessRequest({ by: "alice" });
    for (let index = 0; index <= 1_000; index++) log.record(String(index), decide(request), request);
    const known = ["0", "1", "1000"].map((id) => log.explanationsOf(id));
    expect(known).to.deep.equal([[], [explain(request)], [explain(request)]]);
    log.record("allowed", decision("a"));
    expect(log.lastDenial()).to.deep.equal(explain(request));
  });

  it("explains that a key's state denied, whatever the policies say", () => {
    const log = new DecisionLog();
    log.record("1", { ...decision("kms:Decrypt"), result: "ExplicitlyDenied", layer: "key state" });
    expect(log.lastDenial()?.sentence).to.equal(
      "The state of the key * does not permit kms:Decrypt, whatever policies and grants say.",
    );
  });
});

describe("what is recorded of an input", () => {
  const model = ServiceModel.load("secretsmanager");
  const kms = ServiceModel.load("kms");
  const cases: { name: string; model: ServiceModel; operation: string; input: object; shown: object }[] = [
    {
      name: "its members in lower camel case",
      model,
      operation: "DeleteSecret",
      input: { SecretId: "a", RecoveryWindowInDays: 7 },
      shown: { secretId: "a", recoveryWindowInDays: 7 },
    },
    {
      name: "nothing sensitive",
      model,
      operation: "PutSecretValue",
      input: { SecretId: "a", SecretString: "b" },
      shown: { secretId: "a" },
    },
    {
      name: "no bytes",
      model: kms,
      operation: "Encrypt",
      input: { KeyId: "a", Plaintext: Buffer.from("b") },
      shown: { keyId: "a" },
    },
    {
      name: "the names of a map as they are",
      model: kms,
      operation: "Encrypt",
      input: { KeyId: "a", EncryptionContext: { SecretARN: "b" } },
      shown: { keyId: "a", encryptionContext: { SecretARN: "b" } },
    },
    {
      name: "structures in lists",
      model,
      operation: "TagResource",
      input: { SecretId: "a", Tags: [{ Key: "b", Value: "c" }] },
      shown: { secretId: "a", tags: [{ key: "b", value: "c" }] },
    },
    {
      name: "nothing that the model does not have",
      model,
      operation: "DeleteSecret",
      input: { SecretId: "a", Surplus: 1 },
      shown: { secretId: "a" },
    },
  ];
  for (const { name, model: of, operation, input, shown } of cases) {
    it(`is ${name}`, () => expect(recorded(of, of.input(operation), input)).to.deep.equal(shown));
  }
});
