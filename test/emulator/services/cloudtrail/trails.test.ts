import { createHash, createPublicKey, verify } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { expect } from "chai";
import * as z from "zod";
import { listPublicKeys } from "../../../../emulator/services/cloudtrail/operations/listPublicKeys.ts";
import { createTrail } from "../../../../emulator/services/cloudtrail/operations/createTrail.ts";
import { deleteTrail } from "../../../../emulator/services/cloudtrail/operations/deleteTrail.ts";
import { describeTrails } from "../../../../emulator/services/cloudtrail/operations/describeTrails.ts";
import { getEventSelectors } from "../../../../emulator/services/cloudtrail/operations/getEventSelectors.ts";
import { getInsightSelectors } from "../../../../emulator/services/cloudtrail/operations/getInsightSelectors.ts";
import { getTrail } from "../../../../emulator/services/cloudtrail/operations/getTrail.ts";
import { getTrailStatus } from "../../../../emulator/services/cloudtrail/operations/getTrailStatus.ts";
import { listTags } from "../../../../emulator/services/cloudtrail/operations/listTags.ts";
import { listTrails } from "../../../../emulator/services/cloudtrail/operations/listTrails.ts";
import { putEventSelectors } from "../../../../emulator/services/cloudtrail/operations/putEventSelectors.ts";
import { removeTags } from "../../../../emulator/services/cloudtrail/operations/removeTags.ts";
import { addTags } from "../../../../emulator/services/cloudtrail/operations/addTags.ts";
import { startLogging } from "../../../../emulator/services/cloudtrail/operations/startLogging.ts";
import { stopLogging } from "../../../../emulator/services/cloudtrail/operations/stopLogging.ts";
import { updateTrail } from "../../../../emulator/services/cloudtrail/operations/updateTrail.ts";
import { createKey } from "../../../../emulator/services/kms/operations/createKey.ts";
import { listKeys } from "../../../../emulator/services/kms/operations/listKeys.ts";
import { listUsers } from "../../../../emulator/services/iam/operations/listUsers.ts";
import { listTables } from "../../../../emulator/services/dynamodb/operations/listTables.ts";
import { account, TrailWorld } from "./trailWorld.ts";

const arn = `arn:aws:cloudtrail:us-east-1:${account}:trail/all`;

const digestContent = z.object({
  digestEndTime: z.string(),
  digestPublicKeyFingerprint: z.string(),
  previousDigestSignature: z.string().nullable(),
  logFiles: z.array(z.object({ s3Object: z.string(), hashValue: z.string() })),
});

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

describe("a trail", () => {
  let world: TrailWorld;
  beforeEach(() => (world = new TrailWorld()));
  afterEach(() => world.deliveries.stop());

  const codeOf = (call: Promise<unknown>): Promise<unknown> =>
    call.then(
      () => "Success",
      (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
    );
  const make = (changes: object = {}) => world.call(createTrail, { Name: "all", S3BucketName: "logs", ...changes });
  const start = async (changes: object = {}): Promise<void> => {
    await make(changes);
    await world.call(startLogging, { Name: "all" });
  };

  const shown = {
    Name: "all",
    S3BucketName: "logs",
    S3KeyPrefix: undefined,
    IncludeGlobalServiceEvents: true,
    IsMultiRegionTrail: false,
    TrailARN: arn,
    LogFileValidationEnabled: false,
    KmsKeyId: undefined,
    CloudWatchLogsLogGroupArn: undefined,
    CloudWatchLogsRoleArn: undefined,
    IsOrganizationTrail: false,
  };

  it("is made, shown, changed and removed", async () => {
    expect(await make()).to.deep.equal(shown);
    const trail = { ...shown, HomeRegion: "us-east-1", HasCustomEventSelectors: false, HasInsightSelectors: false };
    expect(await world.call(getTrail, { Name: arn })).to.deep.equal({ Trail: trail });
    const changed = await world.call(updateTrail, { Name: "all", S3KeyPrefix: "audit", IsMultiRegionTrail: true });
    expect(changed).to.deep.equal({ ...shown, S3KeyPrefix: "audit", IsMultiRegionTrail: true });
    expect(await world.call(listTrails, {}, { region: "eu-west-1" })).to.deep.equal({
      Trails: [{ TrailARN: arn, Name: "all", HomeRegion: "us-east-1" }],
    });
    await world.call(deleteTrail, { Name: "all" });
    expect(await codeOf(world.call(getTrail, { Name: "all" }))).to.equal("TrailNotFoundException");
  });

  it("of many regions has shadows in the others, and is changed at home alone", async () => {
    const names = async (input: object = {}) => {
      const { trailList = [] } = await world.call(describeTrails, input, { region: "eu-west-1" });
      return trailList.map(({ Name }) => Name);
    };
    await make();
    expect(await names()).to.deep.equal([]);
    await world.call(updateTrail, { Name: "all", IsMultiRegionTrail: true });
    expect(await names()).to.deep.equal(["all"]);
    expect(await names({ includeShadowTrails: false })).to.deep.equal([]);
    expect(await names({ trailNameList: ["another"] })).to.deep.equal([]);
    expect(await codeOf(world.call(deleteTrail, { Name: "all" }, { region: "eu-west-1" }))).to.equal(
      "InvalidHomeRegionException",
    );
  });

  const refused: { name: string; input: object; code: string }[] = [
    { name: "a name that is too short", input: { Name: "ab" }, code: "InvalidTrailNameException" },
    { name: "two signs next to each other", input: { Name: "my-_trail" }, code: "InvalidTrailNameException" },
    { name: "an IP address", input: { Name: "192.168.5.4" }, code: "InvalidTrailNameException" },
    { name: "an ARN of something else", input: { Name: "arn:aws:s3:::a" }, code: "CloudTrailARNInvalidException" },
    { name: "no such bucket", input: { S3BucketName: "none" }, code: "S3BucketDoesNotExistException" },
    { name: "a closed bucket", input: { S3BucketName: "closed" }, code: "InsufficientS3BucketPolicyException" },
    {
      name: "no such key",
      input: { KmsKeyId: "11111111-1111-4111-8111-111111111111" },
      code: "KmsKeyNotFoundException",
    },
    {
      name: "the ARN of no log group",
      input: { CloudWatchLogsLogGroupArn: "arn" },
      code: "InvalidCloudWatchLogsLogGroupArnException",
    },
  ];
  for (const { name, input, code } of refused) {
    it(`is not made with ${name}`, async () => expect(await codeOf(make(input))).to.equal(code));
  }

  it("is made once, and not under a key that does not let CloudTrail in", async () => {
    const { KeyMetadata } = await world.call(createKey, {});
    expect(await codeOf(make({ KmsKeyId: KeyMetadata?.KeyId }))).to.equal("InsufficientEncryptionPolicyException");
    expect(await codeOf(make({ EnableLogFileValidation: false }))).to.equal("Success");
    expect(await codeOf(make())).to.equal("TrailAlreadyExistsException");
  });

  it("has tags", async () => {
    await make({ TagsList: [{ Key: "team", Value: "red" }] });
    await world.call(addTags, { ResourceId: arn, TagsList: [{ Key: "use", Value: "audit" }] });
    await world.call(removeTags, { ResourceId: arn, TagsList: [{ Key: "team" }] });
    expect(await world.call(listTags, { ResourceIdList: [arn] })).to.deep.equal({
      ResourceTagList: [{ ResourceId: arn, TagsList: [{ Key: "use", Value: "audit" }] }],
    });
  });

  it("has no insights", async () => {
    await make();
    expect(await codeOf(world.call(getInsightSelectors, { TrailName: "all" }))).to.equal("InsightNotEnabledException");
  });

  it("records from the start to the stop, and delivers as CloudTrail itself", async () => {
    await make();
    await world.call(listKeys, {});
    await world.call(startLogging, { Name: "all" });
    await world.call(createKey, {});
    await world.call(stopLogging, { Name: "all" });
    await world.call(listKeys, {});
    await world.deliveries.deliver();
    expect(world.delivered()).to.deep.equal(["StartLogging", "CreateKey"]);
    const [put] = world.files;
    const [year, month, day] = world.instance.clock.now().toISOString().slice(0, 10).split("-");
    expect(put?.caller).to.deep.include({ kind: "service", invokedBy: "cloudtrail.amazonaws.com", sourceArn: arn });
    expect(put?.file.Bucket).to.equal("logs");
    expect(put?.file.Key).to.match(
      new RegExp(
        `^AWSLogs/${account}/CloudTrail/us-east-1/${year}/${month}/${day}/` +
          `${account}_CloudTrail_us-east-1_${year}${month}${day}T\\d{4}Z_[A-Za-z0-9]{16}\\.json\\.gz$`,
      ),
    );
    await world.deliveries.deliver();
    expect(world.files).to.have.length(1);
  });

  it("delivers signed digests that name the one before, hour by hour", async () => {
    await start({ EnableLogFileValidation: true });
    const hours = async () => {
      await world.call(createKey, {});
      await world.deliveries.deliver();
      world.instance.clock.advance(60 * 60 * 1000);
      await world.deliveries.deliver();
    };
    await hours();
    await hours();
    const { PublicKeyList: [key] = [] } = await world.call(listPublicKeys, {});
    const publicKey = createPublicKey({ key: Buffer.from(key?.Value ?? ""), format: "der", type: "pkcs1" });
    const digests = world.files.filter(({ file }) => file.Key.includes("/CloudTrail-Digest/"));
    expect(digests).to.have.length(2);
    let previous: string | null = null;
    for (const { file } of digests) {
      const content = gunzipSync(file.Body).toString("utf8");
      const digest = digestContent.parse(JSON.parse(content));
      const signature = file.Metadata?.signature ?? "";
      const signed = [digest.digestEndTime, `logs/${file.Key}`, sha256(content), previous ?? "null"].join("\n");
      const isValid = (text: string) => verify("sha256", Buffer.from(text), publicKey, Buffer.from(signature, "hex"));
      expect([isValid(signed), isValid(`${signed} `)]).to.deep.equal([true, false]);
      expect(digest.previousDigestSignature).to.equal(previous);
      expect(digest.digestPublicKeyFingerprint).to.equal(key?.Fingerprint);
      expect(digest.logFiles).to.have.length(1);
      for (const { s3Object, hashValue } of digest.logFiles) {
        const log = world.files.find(({ file: { Key } }) => Key === s3Object);
        expect(hashValue).to.equal(sha256(gunzipSync(log?.file.Body ?? "").toString("utf8")));
      }
      previous = signature;
    }
  });

  it("delivers when the clock is advanced", async () => {
    await start({ S3KeyPrefix: "audit" });
    await world.call(createKey, {});
    world.instance.clock.advance(5 * 60 * 1000);
    await world.deliveries.deliver();
    expect(world.delivered()).to.deep.equal(["StartLogging", "CreateKey"]);
    expect(world.files[0]?.file.Key).to.match(/^audit\/AWSLogs\//);
  });

  it("keeps what could not be delivered, and says why", async () => {
    await start();
    world.isOpen = false;
    await world.deliveries.deliver();
    const failed = await world.call(getTrailStatus, { Name: "all" });
    expect(failed).to.deep.include({
      IsLogging: true,
      LatestDeliveryError: "AccessDenied",
      LatestDeliveryTime: undefined,
    });
    world.isOpen = true;
    await world.deliveries.deliver();
    expect(world.delivered()).to.deep.equal(["StartLogging", "GetTrailStatus"]);
    const { LatestDeliveryError, LatestDeliveryTime } = await world.call(getTrailStatus, { Name: "all" });
    expect([LatestDeliveryError, LatestDeliveryTime instanceof Date]).to.deep.equal([undefined, true]);
  });

  for (const { isMultiRegion, names } of [
    { isMultiRegion: false, names: ["StartLogging"] },
    { isMultiRegion: true, names: ["StartLogging", "ListKeys"] },
  ]) {
    it(`of ${isMultiRegion ? "many regions records" : "one region leaves out"} what happens elsewhere`, async () => {
      await start({ IsMultiRegionTrail: isMultiRegion });
      await world.call(listKeys, {}, { region: "eu-west-1" });
      await world.deliveries.deliver();
      expect(world.delivered()).to.deep.equal(names);
    });
  }

  it("leaves out global services if it is told to", async () => {
    await start({ IncludeGlobalServiceEvents: false });
    await world.call(listUsers, {});
    await world.deliveries.deliver();
    expect(world.delivered()).to.deep.equal(["StartLogging"]);
  });

  it("shows its selectors, the default ones too", async () => {
    await make();
    const standard = {
      ReadWriteType: "All",
      IncludeManagementEvents: true,
      DataResources: [],
      ExcludeManagementEventSources: [],
    };
    expect(await world.call(getEventSelectors, { TrailName: "all" })).to.deep.equal({
      TrailARN: arn,
      EventSelectors: [standard],
    });
    const selectors = [{ ReadWriteType: "WriteOnly" as const }];
    expect(await world.call(putEventSelectors, { TrailName: "all", EventSelectors: selectors })).to.deep.equal({
      TrailARN: arn,
      EventSelectors: [{ ...standard, ReadWriteType: "WriteOnly" }],
    });
  });

  it("records what its selectors ask for", async () => {
    await start();
    const EventSelectors = [
      { ExcludeManagementEventSources: ["kms.amazonaws.com"], ReadWriteType: "ReadOnly" as const },
    ];
    await world.call(putEventSelectors, { TrailName: "all", EventSelectors });
    await world.call(listKeys, {});
    await world.call(listTables, {});
    await world.deliveries.deliver();
    expect(world.delivered()).to.deep.equal(["StartLogging", "ListTables"]);
  });
});
