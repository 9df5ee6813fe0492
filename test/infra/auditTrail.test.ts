import { expect } from "chai";

import { AuditTrail, type AuditTrailArgs } from "../../infra/auditTrail.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { account } from "./mockedAws.ts";
import { deploy, refusalOf, valueOf } from "./support.ts";

const trailArn = `arn:aws:cloudtrail:us-east-1:${account}:trail/key-usage`;

const deployTrail = (args: Partial<AuditTrailArgs> = {}) =>
  deploy(() => new AuditTrail("trail", { trailName: "key-usage", ...args }));

describe("AuditTrail", () => {
  it("is a trail of awsx with a bucket that carries the account's id", async () => {
    const { resources, components, result } = await deployTrail({ tags: { Project: "AWS-Learning" } });
    const tags = { Project: "AWS-Learning" };
    expect(resources).to.deep.equal({
      "awsx:cloudtrail:Trail trail": {
        name: "key-usage",
        s3Bucket: { args: { bucket: `key-usage-${account}`, tags } },
        tags,
      },
    });
    expect(components).to.deep.equal(["keylab:infra:AuditTrail trail"]);
    expect(await valueOf(result.outputs)).to.deep.equal({
      trailName: "key-usage",
      arn: trailArn,
      bucketName: "bucket of key-usage",
    });
  });

  it("lets its readers see the event history and its own files, and no more", async () => {
    const { resources } = await deploy(() => {
      const auditor = new UnprivilegedUser("auditor", { userName: "Ada" });
      return new AuditTrail("trail", { trailName: "key-usage", readers: [auditor] });
    });
    expect(resources["iam/userPolicy:UserPolicy trail-reader-0"]).to.deep.equal({
      name: "trail-reader",
      user: "Ada",
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: "cloudtrail:LookupEvents", Resource: "*" },
          { Effect: "Allow", Action: "s3:ListBucket", Resource: "arn:aws:s3:::bucket of key-usage" },
          { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::bucket of key-usage/AWSLogs/*" },
        ],
      }),
    });
  });

  it("refuses a name that its bucket cannot have", async () => {
    const refused = await refusalOf(() => new AuditTrail("trail", { trailName: "Key_Usage" }));
    expect(refused).to.match(
      /^AuditTrail "trail": trailName is "Key_Usage"; allowed is a name of 3 to 50 small letters/,
    );
  });
});
