import { expect } from "chai";
import { auditRecord, describeRecord, findRecord, type WantedRecord } from "../../scenarios/contract/auditRecord.ts";

const ada = "arn:aws:iam::111122223333:user/ada";
const role = "arn:aws:iam::111122223333:role/readers";
const key = "arn:aws:kms:us-east-1:111122223333:key/1";
const dynamodb = "dynamodb.amazonaws.com";

const direct = { eventName: "Decrypt", sourceIPAddress: "192.0.2.1", resources: [{ ARN: key }] };
const byAda = { userIdentity: { type: "IAMUser", arn: ada } };
const inRole = {
  type: "AssumedRole",
  arn: "arn:aws:sts::111122223333:assumed-role/readers/ada",
  sessionContext: { sessionIssuer: { arn: role } },
};

const find = (record: object, by: string, wanted: Partial<WantedRecord> = {}, keyArn?: string) =>
  findRecord([auditRecord.parse(record)], by, { eventName: "Decrypt", ...wanted }, keyArn);

describe("a record of CloudTrail", () => {
  it("is found by who made the call, and told", () => {
    expect(find({ ...direct, ...byAda }, ada, {}, key)).to.deep.equal({
      found: true,
      identity: "IAMUser",
      name: "ada",
      sourceIPAddress: "192.0.2.1",
    });
  });

  it("is found by the role of a session", () => {
    const found = find({ ...direct, userIdentity: inRole }, role);
    expect(found).to.include({ found: true, identity: "AssumedRole", name: "ada" });
  });

  const others: [string, object, string, Partial<WantedRecord>?, string?][] = [
    ["another name", { ...direct, ...byAda, eventName: "Encrypt" }, ada],
    ["another caller", { ...direct, ...byAda }, role],
    ["a denial where none is wanted", { ...direct, ...byAda, errorCode: "AccessDenied" }, ada],
    ["no denial where one is wanted", { ...direct, ...byAda }, ada, { errorCode: "AccessDenied" }],
    ["a service's call where none is wanted", { ...direct, userIdentity: { arn: ada, invokedBy: dynamodb } }, ada],
    ["a direct call where a service's is wanted", { ...direct, ...byAda }, ada, { invokedBy: dynamodb }],
    ["another key", { ...direct, ...byAda }, ada, {}, `${key}2`],
    ["no key", { ...direct, ...byAda, resources: undefined }, ada, {}, key],
  ];
  for (const [what, record, by, wanted, keyArn] of others) {
    it(`is not wanted with ${what}`, () => {
      expect(find(record, by, wanted, keyArn)).to.deep.equal({ found: false });
    });
  }

  it("is described for people", () => {
    expect(describeRecord("ada", { eventName: "Decrypt" })).to.equal("Decrypt by ada");
    expect(describeRecord("ada", { eventName: "Decrypt", errorCode: "AccessDenied", invokedBy: dynamodb })).to.equal(
      "Decrypt by ada through dynamodb.amazonaws.com, AccessDenied",
    );
  });
});
