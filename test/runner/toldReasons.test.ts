import { expect } from "chai";
import type { RunEvent } from "../../reporters/events.ts";
import firstKey from "../../scenarios/kms/first-key.ts";
import { runLocally } from "../support/runLocally.ts";

describe("a run on the embedded AWS", () => {
  let events: readonly RunEvent[] = [];

  before(async function () {
    this.timeout(120_000);
    events = (await runLocally([firstKey])).events;
  });

  it("tells the policies that stand", () => {
    const deployed = events.find((event) => event.type === "phase deployed");
    const layers = deployed?.policies?.map(({ layer, resource }) => `${layer}: ${resource.split(" ")[0] ?? ""}`) ?? [];
    expect([...new Set(layers)].sort()).to.deep.equal([
      "key policy: aws:kms/key:Key",
      "trust policy: aws:iam/role:Role",
    ]);
  });

  it("tells the statement that decided, which is one of those", () => {
    const use = events.find((event) => event.type === "expectation checked" && event.attempt.startsWith("Encrypt"));
    if (use?.type !== "expectation checked") throw new Error("Nobody encrypts.");
    const { layer, decidedBy } = use;
    expect([layer, decidedBy?.policy, decidedBy?.statement]).to.deep.equal([
      "key policy",
      "key policy",
      "Allow use of the key",
    ]);
    const policies = events.find((event) => event.type === "phase deployed")?.policies ?? [];
    const policy = policies.find(({ arn }) => arn === decidedBy?.resource);
    expect(policy?.document).to.include('"Allow use of the key"');
  });

  it("tells what CloudTrail recorded of each phase, denials and data events included, and of nothing else", () => {
    const audited = events.filter((event) => event.type === "phase audited");
    const ended = events.filter((event) => event.type === "phase ended");
    expect(audited.map(({ phase }) => phase)).to.deep.equal(ended.map(({ phase }) => phase));
    const denials = events.filter((event) => event.type === "expectation checked" && event.observed === "denied");
    const recorded = audited.flatMap((event) => event.events);
    for (const denial of denials) {
      if (denial.type !== "expectation checked") continue;
      const record = recorded.filter(({ requestId }) => requestId === denial.error?.requestId);
      expect(record.map(({ errorCode }) => errorCode)).to.deep.equal(["AccessDenied"]);
    }
    expect(denials).to.have.length.greaterThan(0);
    expect(recorded.filter(({ eventName }) => eventName === "Invoke")).to.have.length.greaterThan(0);
    // What the runner asks before the first phase is no phase's.
    expect(audited[0]?.events.filter(({ eventName }) => eventName === "CreateAccessKey")).to.have.lengthOf.at.most(2);
    expect(audited[1]?.events.filter(({ eventName }) => eventName === "CreateKey")).to.deep.equal([]);
  });
});
