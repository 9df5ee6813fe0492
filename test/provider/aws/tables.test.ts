import { expect } from "chai";
import { billingRequest, encryptionRequest, sameBilling, sameEncryption } from "../../../provider/aws/tables.ts";

const [one, other] = ["arn:aws:kms:us-east-1:1:key/1", "arn:aws:kms:us-east-1:1:key/2"];
const paid = { billingMode: "PROVISIONED", readCapacity: 1, writeCapacity: 2 } as const;

describe("the encryption of a table", () => {
  const cases: [string, unknown, unknown, boolean][] = [
    ["is the same when off and not mentioned", undefined, { enabled: false }, true],
    ["is the same when off, whatever key is named", { enabled: false, kmsKeyArn: "" }, { enabled: false }, true],
    ["is the same with the same key", { enabled: true, kmsKeyArn: one }, { enabled: true, kmsKeyArn: one }, true],
    ["is the same when no key is wanted any more", { enabled: true, kmsKeyArn: one }, { enabled: true }, true],
    ["is another with another key", { enabled: true, kmsKeyArn: one }, { enabled: true, kmsKeyArn: other }, false],
    ["is another when a key is wanted for the first time", { enabled: true }, { enabled: true, kmsKeyArn: one }, false],
    ["is another when switched on", { enabled: false }, { enabled: true, kmsKeyArn: one }, false],
    ["is another when switched off", { enabled: true, kmsKeyArn: one }, { enabled: false }, false],
  ];
  for (const [what, was, willBe, expected] of cases) {
    it(what, () => expect(sameEncryption(was, willBe)).to.equal(expected));
  }

  it("is asked for with its key, with the account's key, or not at all", () => {
    const key = { Enabled: true, SSEType: "KMS", KMSMasterKeyId: one };
    expect(encryptionRequest({ enabled: true, kmsKeyArn: one })).to.deep.equal(key);
    expect(encryptionRequest({ enabled: true })).to.deep.equal({ Enabled: true });
    expect(encryptionRequest({ enabled: false, kmsKeyArn: one })).to.deep.equal({ Enabled: false });
  });
});

describe("the billing of a table", () => {
  it("is the same whatever capacity a table has that is paid per request", () => {
    const wanted = { billingMode: "PAY_PER_REQUEST", readCapacity: undefined } as const;
    expect(sameBilling({ billingMode: "PAY_PER_REQUEST", readCapacity: 0 }, wanted)).to.equal(true);
  });

  it("is another with another capacity or mode", () => {
    expect(sameBilling(paid, { ...paid })).to.equal(true);
    expect(sameBilling(paid, { ...paid, writeCapacity: 3 })).to.equal(false);
    expect(sameBilling(paid, { billingMode: "PAY_PER_REQUEST" })).to.equal(false);
  });

  it("is asked for with capacity only where that means something", () => {
    const throughput = { ReadCapacityUnits: 1, WriteCapacityUnits: 2 };
    expect(billingRequest(paid)).to.deep.equal({ BillingMode: "PROVISIONED", ProvisionedThroughput: throughput });
    expect(billingRequest({ ...paid, billingMode: "PAY_PER_REQUEST" })).to.deep.equal({
      BillingMode: "PAY_PER_REQUEST",
    });
  });
});
