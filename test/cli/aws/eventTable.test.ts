import { expect } from "chai";
import picocolors from "picocolors";
import { EventTable } from "../../../cli/aws/eventTable.ts";
import { isMeant, type EventFilter } from "../../../cli/aws/isMeant.ts";
import type { LoggedCall } from "../../../targets/loggedCalls.ts";
import { expectGolden } from "../../reporters/golden.ts";

const key = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

function call(changes: Partial<LoggedCall>): LoggedCall {
  return {
    sequence: 1,
    time: "2026-01-01T00:00:00.500Z",
    principal: "arn:aws:iam::000000000000:user/team/alice",
    accountId: "000000000000",
    region: "us-east-1",
    service: "kms",
    operation: "Decrypt",
    needed: [{ action: "kms:Decrypt", resource: key }],
    outcome: { result: "succeeded" },
    requestId: "1",
    ...changes,
  };
}

const calls = [
  call({}),
  call({
    via: "dynamodb",
    outcome: { result: "denied", layer: "key policy", action: "kms:Decrypt", explicit: true, message: "No." },
  }),
  call({
    principal: "arn:aws:sts::111122223333:assumed-role/reader/work",
    service: "dynamodb",
    operation: "TransactGetItems",
    needed: ["a", "b", "c"].map((name) => ({
      action: "dynamodb:GetItem",
      resource: `arn:aws:dynamodb:us-east-1:000000000000:table/${name}`,
    })),
    outcome: { result: "denied", layer: "identity policy", action: "kms:Decrypt", explicit: false, message: "No." },
  }),
  call({
    principal: "arn:aws:iam::000000000000:root",
    service: "sts",
    operation: "GetCallerIdentity",
    needed: [],
  }),
  call({
    principal: "dynamodb.us-east-1.amazonaws.com",
    outcome: { result: "failed", code: "DisabledException", message: "It is disabled." },
  }),
  call({
    service: "s3",
    operation: "GetObject",
    needed: [{ action: "s3:GetObject", resource: "arn:aws:s3:::bucket/\u001b[31mred\nkey" }],
    outcome: { result: "denied", explicit: false, message: "No." },
  }),
];

describe("the table of calls", () => {
  const plain = picocolors.createColors(false);

  it("says of each who, what, on what, through whom, and how it ended", () => {
    expectGolden("cli/events.txt", `${new EventTable(plain).lines(calls).join("\n")}\n`);
  });

  it("has its heads once, and keeps its columns when more calls come", () => {
    const table = new EventTable(plain);
    expect(table.lines([])).to.deep.equal([]);
    const [heads = "", wide = ""] = table.lines(calls.slice(2, 3));
    const more = table.lines([call({ needed: [{ action: "kms:ListKeys", resource: "*" }] })]);
    expect(more).to.have.lengthOf(1);
    expect([heads, wide, ...more].map((line) => line.search(/OUTCOME|denied|succeeded/))).to.deep.equal([99, 99, 99]);
  });

  it("colours nothing but how a call ended, each end its own", () => {
    const lines = new EventTable(picocolors.createColors(true)).lines(calls);
    const coloured = lines.map((line) => /\u001b\[(\d+)m(.*)\u001b\[39m$/.exec(line)?.slice(1));
    expect(coloured).to.deep.equal([
      undefined,
      ["32", "succeeded"],
      ["31", "denied: explicit deny, key policy"],
      ["31", "denied: no allow, identity policy (kms:Decrypt)"],
      ["32", "succeeded"],
      ["33", "failed: DisabledException"],
      ["31", "denied"],
    ]);
  });
});

const filters: readonly { readonly filter: EventFilter; readonly means: readonly number[] }[] = [
  { filter: {}, means: [0, 1, 2, 3, 4, 5] },
  { filter: { denied: true }, means: [1, 2, 5] },
  { filter: { service: "kms" }, means: [0, 1, 4] },
  { filter: { service: "dynamodb" }, means: [2] },
  { filter: { principal: "alice" }, means: [0, 1, 5] },
  { filter: { principal: "ali" }, means: [] },
  { filter: { principal: "team/alice" }, means: [0, 1, 5] },
  { filter: { principal: "arn:aws:iam::000000000000:user/team/alice" }, means: [0, 1, 5] },
  { filter: { principal: "reader" }, means: [2] },
  { filter: { principal: "root" }, means: [3] },
  { filter: { principal: "000000000000" }, means: [0, 1, 3, 5] },
  { filter: { principal: "000000000000:root" }, means: [3] },
  { filter: { principal: "dynamodb.us-east-1.amazonaws.com" }, means: [4] },
  { filter: { principal: "alice", service: "kms", denied: true }, means: [1] },
];

describe("a filter of calls", () => {
  for (const { filter, means } of filters) {
    it(`${JSON.stringify(filter)} means ${means.length} of ${calls.length}`, () => {
      const meant = calls.flatMap((one, index) => (isMeant(one, filter) ? [index] : []));
      expect(meant).to.deep.equal(means);
    });
  }
});
