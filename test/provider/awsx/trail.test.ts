import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type * as Messages from "@pulumi/pulumi/proto/provider_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import { expect } from "chai";
import { components } from "../../../provider/awsx/components.ts";
import { bucketPolicy, logsPolicy, logsTrustPolicy } from "../../../provider/awsx/trailPolicies.ts";
import { toStruct } from "../../../provider/protobuf/struct.ts";
import { UNKNOWN } from "../../../provider/values.ts";
import type { Properties } from "../../../provider/values.ts";
import { WIRE } from "../../../provider/wire.ts";
import { answered, refusal } from "../engine.ts";
import { TestMonitor } from "../monitor.ts";
import { ACCOUNT, REGION, onEmbeddedAws } from "../running.ts";

const TRAIL = "awsx:cloudtrail:Trail";
const PARENT = "urn:awsx:cloudtrail:Trail::audit";
const urns = {
  bucket: "urn:aws:s3/bucket:Bucket::audit",
  policy: "urn:aws:s3/bucketPolicy:BucketPolicy::audit",
  logGroup: "urn:aws:cloudwatch/logGroup:LogGroup::audit",
  role: "urn:aws:iam/role:Role::audit",
  rolePolicy: "urn:aws:iam/rolePolicy:RolePolicy::audit",
  trail: "urn:aws:cloudtrail/trail:Trail::audit",
};

describe("awsx.cloudtrail.Trail", () => {
  const running = onEmbeddedAws();
  let monitor: Awaited<ReturnType<typeof TestMonitor.start>>;
  afterEach(() => monitor.stop());

  async function construct(inputs: Properties, settings: { isPreview?: boolean; type?: string } = {}) {
    const { engine } = running();
    monitor = await TestMonitor.start(engine, settings);
    const request = new messages.ConstructRequest()
      .setType(settings.type ?? TRAIL)
      .setName("audit")
      .setParent("urn:parent")
      .setMonitorendpoint(monitor.endpoint)
      .setDependenciesList(["urn:before"])
      .setInputs(toStruct(inputs));
    request.getProvidersMap().set("aws", "urn:provider::id");
    const origin = new messages.ConstructRequest.PropertyDependencies().setUrnsList(["urn:key"]);
    request.getInputdependenciesMap().set("kmsKeyId", origin);
    const response = await answered<Messages.ConstructResponse>((done) => engine.client.construct(request, done));
    return { urn: response.getUrn(), state: response.getState()?.toJavaScript() };
  }

  it("is a bucket that lets CloudTrail in, and a trail, both handed over", async () => {
    const { urn, state } = await construct({ name: "first", tags: { a: "1" }, s3Bucket: { args: { bucket: "logs" } } });
    const child = { name: "audit", parent: PARENT, provider: "urn:provider::id" };
    expect(monitor.registered).to.deep.equal([
      { token: TRAIL, name: "audit", inputs: {}, parent: "urn:parent", provider: "", dependencies: ["urn:before"] },
      {
        ...child,
        token: "aws:s3/bucket:Bucket",
        inputs: { bucket: "logs", forceDestroy: true },
        dependencies: ["urn:key"],
      },
      {
        ...child,
        token: "aws:s3/bucketPolicy:BucketPolicy",
        inputs: { bucket: "logs", policy: bucketPolicy("arn:aws:s3:::logs") },
        dependencies: ["urn:key", urns.bucket],
      },
      {
        ...child,
        token: "aws:cloudtrail/trail:Trail",
        inputs: { name: "first", s3BucketName: "logs", tags: { a: "1" } },
        dependencies: ["urn:key", urns.policy],
      },
    ]);
    expect(urn).to.equal(PARENT);
    expect(monitor.completed).to.deep.equal([PARENT]);
    const reference = { [WIRE.signature]: WIRE.resource };
    expect(state).to.deep.equal({
      bucket: { ...reference, urn: urns.bucket, id: "logs" },
      trail: { ...reference, urn: urns.trail, id: `arn:aws:cloudtrail:${REGION}:${ACCOUNT}:trail/first` },
    });
  });

  it("has a log group with a role where one is wanted", async () => {
    const { state } = await construct({
      name: "second",
      cloudWatchLogsGroup: { enable: true, args: { name: "trail", retentionInDays: 7 } },
    });
    const [, , , group, role, rolePolicy, trail] = monitor.registered;
    const groupArn = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:trail`;
    expect(group?.inputs).to.deep.equal({ name: "trail", retentionInDays: 7 });
    expect(role?.inputs).to.deep.equal({ assumeRolePolicy: logsTrustPolicy });
    expect(rolePolicy?.inputs.policy).to.equal(logsPolicy(groupArn));
    expect(logsPolicy(groupArn)).to.contain(`"${groupArn}:log-stream:${ACCOUNT}_CloudTrail_*"`);
    expect(trail?.inputs.cloudWatchLogsGroupArn).to.equal(`${groupArn}:*`);
    expect(trail?.inputs.cloudWatchLogsRoleArn).to.match(new RegExp(`^arn:aws:iam::${ACCOUNT}:role/`));
    expect(trail?.dependencies).to.include.members([urns.policy, urns.logGroup, urns.role, urns.rolePolicy]);
    expect(state).to.have.all.keys("bucket", "logGroup", "trail");
  });

  it("has no log group where none is wanted", async () => {
    await construct({ name: "third", cloudWatchLogsGroup: { enable: false } });
    expect(monitor.registered.map(({ token }) => token)).to.not.include("aws:cloudwatch/logGroup:LogGroup");
  });

  const given: Properties[] = [{ name: "given" }, { arn: "arn:aws:s3:::given" }];
  for (const existing of given) {
    it(`delivers to an existing bucket, told by its ${Object.keys(existing).join()}`, async () => {
      const bucket = await running().engine.create("aws:s3/bucket:Bucket", { bucket: "given", forceDestroy: true });
      const { state } = await construct({ s3Bucket: { existing } });
      expect(monitor.registered.map(({ token }) => token)).to.not.include("aws:s3/bucket:Bucket");
      expect(monitor.registered[1]?.inputs).to.deep.equal({
        bucket: "given",
        policy: bucketPolicy("arn:aws:s3:::given"),
      });
      expect(monitor.registered[2]?.inputs).to.deep.equal({ s3BucketName: "given" });
      expect(state).to.have.all.keys("trail");
      await running().engine.delete("aws:s3/bucket:Bucket", bucket);
    });
  }

  it("is previewed with what is not known yet", async () => {
    const { state } = await construct(
      { kmsKeyId: UNKNOWN, cloudWatchLogsGroup: { enable: true } },
      { isPreview: true },
    );
    const [, , policy, , , rolePolicy, trail] = monitor.registered;
    expect([policy?.inputs.policy, rolePolicy?.inputs.policy]).to.deep.equal([UNKNOWN, UNKNOWN]);
    expect(trail?.inputs).to.include({ kmsKeyId: UNKNOWN, cloudWatchLogsGroupArn: UNKNOWN });
    expect(state).to.have.nested.property("trail.id", "");
  });

  const existing = { name: "given" };
  const refused: [string, Properties, string][] = [
    [
      "what it does not support, by name",
      { snsTopicName: "topic", cloudWatchLogsGroup: { existing } },
      `INVALID_ARGUMENT: cloudWatchLogsGroup.existing is not supported by the embedded provider; snsTopicName is not supported by the embedded provider`,
    ],
    ["what it does not know", { bucket: "b" }, `bucket is unknown; ${TRAIL} has no such input`],
    [
      "two buckets",
      { s3Bucket: { args: { bucket: "b" }, existing } },
      "s3Bucket.args and s3Bucket.existing exclude each other",
    ],
    ["no bucket", { s3Bucket: { existing: {} } }, "s3Bucket.existing takes one of arn and name"],
  ];
  for (const [what, inputs, reason] of refused) {
    it(`refuses ${what}, before anything is made`, async () => {
      expect(await refusal(construct(inputs)))
        .to.contain(`INVALID_ARGUMENT`)
        .and.contain(reason);
      expect(monitor.registered).to.deep.equal([]);
    });
  }

  it("tells which child was not made", async () => {
    const made = construct({ s3Bucket: { args: { bucket: "B" } } });
    expect(await refusal(made)).to.equal(
      'Error: 3 INVALID_ARGUMENT: aws:s3/bucket:Bucket "audit" was not made: Error: must be 3 to 63 small letters, digits, dots and hyphens',
    );
    expect(monitor.completed).to.deep.equal([]);
  });

  it("is the only component type: others are refused by name", async () => {
    expect(await refusal(construct({}, { type: "awsx:ec2:Vpc" }))).to.contain(
      "the component type awsx:ec2:Vpc is not supported by the embedded provider",
    );
  });
});

describe("the declarations of @pulumi/awsx", () => {
  const require = createRequire(import.meta.url);
  for (const { token, inputs, unsupported } of components) {
    it(`name the inputs of ${token}, each supported or refused by name`, () => {
      const [, module = "", type = ""] = token.split(":");
      const file = require.resolve(`@pulumi/awsx/${module}/${type.toLowerCase()}.js`);
      const declared = [...readFileSync(file, "utf8").matchAll(/= args\?\.(\w+)/g)].map((match) => match[1]);
      const own = unsupported.filter((name) => !name.includes("."));
      expect([...Object.keys(inputs), ...own].sort()).to.deep.equal(declared.sort());
    });
  }
});
