import { expect } from "chai";
import { UNKNOWN, type Properties } from "../../../provider/values.ts";
import { WIRE } from "../../../provider/wire.ts";
import type { Kept } from "../engine.ts";
import { lives, textOf } from "../life.ts";
import { ACCOUNT, REGION, onEmbeddedAws } from "../running.ts";

const FUNCTION = "aws:lambda/function:Function";
const ALIAS = "aws:lambda/alias:Alias";
const PERMISSION = "aws:lambda/permission:Permission";

function code(answer: number): Properties {
  const text = `export const handler = async () => ${answer};`;
  return { [WIRE.signature]: WIRE.archive, assets: { "index.mjs": { [WIRE.signature]: WIRE.asset, text } } };
}

const arn = (name: string) => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`;
const invokeArn = (functionArn: string) =>
  `arn:aws:apigateway:${REGION}:lambda:path/2015-03-31/functions/${functionArn}/invocations`;

const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
});

describe("functions, through the provider", () => {
  const running = onEmbeddedAws();
  let role = "";
  before(async () => {
    const kept = await running().engine.create("aws:iam/role:Role", { name: "runner", assumeRolePolicy: trust });
    role = textOf(kept, "arn");
  });

  const wanted = (more: Properties = {}): Properties => ({
    code: code(1),
    handler: "index.handler",
    role,
    runtime: "nodejs20.x",
    ...more,
  });

  lives(running, {
    type: FUNCTION,
    inputs: () => wanted({ name: "first", environment: { variables: { STAGE: "1" } }, tags: { a: "1" } }),
    id: () => "first",
    state: (_kept, state) => {
      expect(state.codeSha256).to.match(/^[\w+/]{43}=$/);
      expect(state.lastModified).to.match(/^\d{4}-.*\+0000$/);
      expect(state.sourceCodeSize).to.be.greaterThan(100);
      return {
        architectures: ["x86_64"],
        arn: arn("first"),
        code: code(1),
        codeSha256: state.codeSha256,
        description: "",
        environment: { variables: { STAGE: "1" } },
        ephemeralStorage: { size: 512 },
        handler: "index.handler",
        invokeArn: invokeArn(arn("first")),
        lastModified: state.lastModified,
        memorySize: 128,
        name: "first",
        publish: false,
        qualifiedArn: `${arn("first")}:$LATEST`,
        qualifiedInvokeArn: invokeArn(`${arn("first")}:$LATEST`),
        region: REGION,
        reservedConcurrentExecutions: -1,
        role,
        runtime: "nodejs20.x",
        signingJobArn: "",
        signingProfileVersionArn: "",
        sourceCodeSize: state.sourceCodeSize,
        tags: { a: "1" },
        tagsAll: { a: "1" },
        timeout: 3,
        version: "$LATEST",
      };
    },
    replacement: { inputs: { name: "second" }, replaces: ["name"], oldGoesFirst: false },
  });

  it("a function is changed in place, and its code only where it is another", async () => {
    const { engine } = running();
    const kept = await engine.create(FUNCTION, wanted({ environment: { variables: { STAGE: "1" } } }));
    const news = wanted({ name: kept.id, description: "d", timeout: 9, reservedConcurrentExecutions: 2 });
    const changed = await engine.update(FUNCTION, kept, news);
    expect(changed.state).to.deep.include({
      codeSha256: kept.state.codeSha256,
      description: "d",
      reservedConcurrentExecutions: 2,
      timeout: 9,
    });
    expect(changed.state).not.to.have.property("environment");
    expect(await engine.read(FUNCTION, changed)).to.deep.equal(changed);
    const recoded = await engine.update(FUNCTION, changed, {
      ...news,
      code: code(2),
      reservedConcurrentExecutions: -1,
    });
    expect(recoded.state.codeSha256).not.to.equal(kept.state.codeSha256);
    expect(recoded.state.reservedConcurrentExecutions).to.equal(-1);
    await engine.delete(FUNCTION, recoded);
  });

  it("a function publishes a version of each change, if it is to", async () => {
    const { engine } = running();
    const first = await engine.create(FUNCTION, wanted({ name: "published", publish: true }));
    expect(first.state).to.include({ version: "1", qualifiedArn: `${arn("published")}:1` });
    const second = await engine.update(FUNCTION, first, wanted({ name: "published", publish: true, code: code(2) }));
    expect(second.state).to.include({ version: "2" });
    await engine.delete(FUNCTION, second);
  });

  it("a function takes its code out of S3", async () => {
    const { engine } = running();
    const key = { bucket: "code", key: "code.zip" };
    const bucket = await engine.create("aws:s3/bucket:Bucket", { bucket: "code" });
    const zip = "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==";
    await engine.create("aws:s3/bucketObjectv2:BucketObjectv2", { ...key, contentBase64: zip });
    const place = { s3Bucket: bucket.id, s3Key: "code.zip" };
    const inputs = { ...place, handler: "index.handler", role, runtime: "nodejs20.x" };
    const kept = await engine.create(FUNCTION, inputs);
    expect(kept.state).to.include({ s3Bucket: "code", s3Key: "code.zip", sourceCodeSize: 22 });
    await engine.delete(FUNCTION, kept);
  });

  it("neither code nor a place in S3, or both, are refused", async () => {
    const reason = "either code, or s3Bucket and s3Key are required, and not both";
    const { engine } = running();
    const without = { handler: "h", role: "r", runtime: "nodejs20.x" };
    expect((await engine.check(FUNCTION, without)).failures).to.deep.equal([reason]);
    const both = { ...without, code: code(1), s3Bucket: "b", s3Key: "k" };
    expect((await engine.check(FUNCTION, both)).failures).to.deep.equal([reason]);
    expect((await engine.check(FUNCTION, { ...both, s3Bucket: UNKNOWN })).failures).to.deep.equal([]);
  });

  describe("of a function", () => {
    let kept: Kept;
    before(async () => {
      kept = await running().engine.create(FUNCTION, wanted({ name: "called", publish: true }));
    });

    lives(running, {
      type: ALIAS,
      inputs: () => ({ functionName: arn("called"), functionVersion: "1", name: "live" }),
      id: () => `${arn("called")}:live`,
      state: ({ id }) => ({
        arn: id,
        description: "",
        functionName: arn("called"),
        functionVersion: "1",
        invokeArn: invokeArn(id),
        name: "live",
        region: REGION,
      }),
      update: { inputs: { description: "the live one", functionVersion: "$LATEST" } },
      replacement: { inputs: { name: "other" }, replaces: ["name"], oldGoesFirst: false },
    });

    lives(running, {
      type: PERMISSION,
      inputs: () => ({
        action: "lambda:InvokeFunction",
        function: kept.id,
        principal: "s3.amazonaws.com",
        sourceAccount: ACCOUNT,
        statementId: "fromS3",
      }),
      id: () => "fromS3",
      state: () => ({
        action: "lambda:InvokeFunction",
        function: "called",
        principal: "s3.amazonaws.com",
        region: REGION,
        sourceAccount: ACCOUNT,
        statementId: "fromS3",
        statementIdPrefix: "",
      }),
      replacement: { inputs: { principal: "sns.amazonaws.com" }, replaces: ["principal"], oldGoesFirst: true },
    });
  });
});
