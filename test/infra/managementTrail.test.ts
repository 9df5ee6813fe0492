import { expect } from "chai";

import { ManagementTrail } from "../../infra/managementTrail.ts";
import { account } from "./mockedAws.ts";
import { deploy, refusalOf, valueOf } from "./support.ts";

const trailArn = `arn:aws:cloudtrail:us-east-1:${account}:trail/events`;
const bucketArn = "arn:aws:s3:::trail-bucket-1234567";

const deployTrail = () =>
  deploy(() => new ManagementTrail("trail", { trailName: "events", tags: { Project: "AWS-Learning" } }));

describe("ManagementTrail", () => {
  it("creates a trail with a bucket of its own, which Pulumi names", async () => {
    const { resources, components } = await deployTrail();
    const { policy, ...aboutPolicy } = resources["s3/bucketPolicy:BucketPolicy trail-bucket-policy"] ?? {};
    expect(resources).to.deep.include({
      "s3/bucket:Bucket trail-bucket": { forceDestroy: true, tags: { Project: "AWS-Learning" } },
      "cloudtrail/trail:Trail trail": {
        name: "events",
        s3BucketName: "trail-bucket-1234567",
        tags: { Project: "AWS-Learning" },
      },
    });
    expect(aboutPolicy).to.deep.equal({ bucket: "trail-bucket-1234567" });
    expect(policy).to.be.a("string");
    expect(Object.keys(resources)).to.have.length(3);
    expect(components).to.deep.equal(["keylab:infra:ManagementTrail trail"]);
  });

  it("lets CloudTrail write for this trail alone, and only below the account's folder", async () => {
    const { resources } = await deployTrail();
    const { policy } = resources["s3/bucketPolicy:BucketPolicy trail-bucket-policy"] ?? {};
    const Principal = { Service: "cloudtrail.amazonaws.com" };
    expect(JSON.parse(String(policy))).to.deep.equal({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AWSCloudTrailAclCheck20150319",
          Effect: "Allow",
          Principal,
          Action: "s3:GetBucketAcl",
          Resource: bucketArn,
          Condition: { StringEquals: { "aws:SourceArn": trailArn } },
        },
        {
          Sid: "AWSCloudTrailWrite20150319",
          Effect: "Allow",
          Principal,
          Action: "s3:PutObject",
          Resource: `${bucketArn}/AWSLogs/${account}/*`,
          Condition: { StringEquals: { "aws:SourceArn": trailArn, "s3:x-amz-acl": "bucket-owner-full-control" } },
        },
      ],
    });
  });

  it("hands over the trail and its bucket", async () => {
    const { result } = await deployTrail();
    expect(await valueOf(result.outputs)).to.deep.equal({
      trailName: "events",
      arn: trailArn,
      bucketName: "trail-bucket-1234567",
    });
  });

  it("refuses a name that CloudTrail does not take", async () => {
    expect(await refusalOf(() => new ManagementTrail("trail", { trailName: "my--trail" }))).to.equal(
      'ManagementTrail "trail": trailName is "my--trail"; allowed is a name of 3 to 128 letters, digits and single "._-" between them that is no IP address.',
    );
  });
});
