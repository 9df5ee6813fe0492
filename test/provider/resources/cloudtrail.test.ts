import { expect } from "chai";
import { logsPolicy, logsTrustPolicy } from "../../../provider/awsx/trailPolicies.ts";
import type { Kept } from "../engine.ts";
import { lives, textOf } from "../life.ts";
import { ACCOUNT, REGION, onEmbeddedAws } from "../running.ts";

const TRAIL = "aws:cloudtrail/trail:Trail";

/** Source: CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail". */
const bucketPolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: "s3:GetBucketAcl",
      Resource: "arn:aws:s3:::logs",
    },
    {
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `arn:aws:s3:::logs/*`,
      Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
  ],
});

describe("trails, through the provider", () => {
  const running = onEmbeddedAws();
  let bucket: Kept;
  before(async () => {
    bucket = await running().engine.create("aws:s3/bucket:Bucket", { bucket: "logs" });
    await running().engine.create("aws:s3/bucketPolicy:BucketPolicy", { bucket: bucket.id, policy: bucketPolicy });
  });

  lives(running, {
    type: TRAIL,
    inputs: () => ({ name: "first", s3BucketName: bucket.id, tags: { a: "1", b: "2" } }),
    id: () => `arn:aws:cloudtrail:${REGION}:${ACCOUNT}:trail/first`,
    state: ({ id }) => ({
      arn: id,
      enableLogFileValidation: false,
      enableLogging: true,
      homeRegion: REGION,
      includeGlobalServiceEvents: true,
      isMultiRegionTrail: false,
      name: "first",
      region: REGION,
      s3BucketName: "logs",
      snsTopicArn: "",
      tags: { a: "1", b: "2" },
      tagsAll: { a: "1", b: "2" },
    }),
    update: {
      inputs: {
        enableLogFileValidation: true,
        enableLogging: false,
        eventSelectors: [{ dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }] }],
        isMultiRegionTrail: true,
        s3KeyPrefix: "p",
        tags: { a: "3" },
      },
      state: { advancedEventSelectors: [], tagsAll: { a: "3" } },
    },
    replacement: { inputs: { name: "second" }, replaces: ["name"], oldGoesFirst: false },
  });

  it("a trail selects by fields, and management events again once the program says nothing", async () => {
    const { engine } = running();
    const inputs = { s3BucketName: bucket.id };
    const fieldSelectors = [
      { field: "eventCategory", equals: ["Data"] },
      { field: "resources.type", equals: ["AWS::S3::Object"] },
    ];
    const kept = await engine.create(TRAIL, { ...inputs, advancedEventSelectors: [{ name: "data", fieldSelectors }] });
    expect(kept.state.advancedEventSelectors).to.deep.equal([{ name: "data", fieldSelectors }]);
    const same = { ...kept.inputs, advancedEventSelectors: [{ name: "data", fieldSelectors }] };
    expect((await engine.diff(TRAIL, kept, same)).changes).to.deep.equal([]);
    const plain = await engine.update(TRAIL, kept, { ...inputs, name: kept.inputs.name ?? "" });
    expect(plain.state.advancedEventSelectors).to.deep.equal([]);
    await engine.delete(TRAIL, plain);
  });

  it("a trail delivers to a log group in a role, and no longer once the program says nothing of them", async () => {
    const { engine } = running();
    const group = await engine.create("aws:cloudwatch/logGroup:LogGroup", { name: "trail" });
    const role = await engine.create("aws:iam/role:Role", { assumeRolePolicy: logsTrustPolicy });
    await engine.create("aws:iam/rolePolicy:RolePolicy", { role: role.id, policy: logsPolicy(textOf(group, "arn")) });
    const inputs = { s3BucketName: bucket.id };
    const logs = {
      cloudWatchLogsGroupArn: `${textOf(group, "arn")}:*`,
      cloudWatchLogsRoleArn: textOf(role, "arn"),
    };
    const kept = await engine.create(TRAIL, { ...inputs, ...logs });
    expect(kept.state).to.include(logs);
    expect((await engine.diff(TRAIL, kept, kept.inputs)).changes).to.deep.equal([]);
    const plain = await engine.update(TRAIL, kept, { ...inputs, name: kept.inputs.name ?? "" });
    expect(plain.state).to.not.have.any.keys(...Object.keys(logs));
    await engine.delete(TRAIL, plain);
  });

  it("both kinds of selectors are refused", async () => {
    const inputs = { eventSelectors: [], advancedEventSelectors: [], s3BucketName: "b" };
    expect((await running().engine.check(TRAIL, inputs)).failures).to.deep.equal([
      "eventSelectors and advancedEventSelectors exclude each other",
    ]);
  });
});
