import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as Plugin from "@pulumi/pulumi/proto/plugin_pb.js";
import plugin from "@pulumi/pulumi/proto/plugin_pb.js";
import type * as Messages from "@pulumi/pulumi/proto/provider_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import { expect } from "chai";
import type { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import { startProvider } from "../../provider/index.ts";
import { toStruct } from "../../provider/protobuf/struct.ts";
import { Secret } from "../../provider/values.ts";
import { VERSION } from "../../provider/version.ts";
import { Engine, answered, refusal } from "./engine.ts";
import { ACCOUNT, REGION, onEmbeddedAws } from "./running.ts";

const KEY = "aws:kms/key:Key";
const IDENTITY = "aws:index/getCallerIdentity:getCallerIdentity";

describe("the provider as a plugin", () => {
  const running = onEmbeddedAws();

  it("answers what an engine asks when it attaches", async () => {
    const { client } = running().engine;
    const info = await answered<Plugin.PluginInfo>((done) => client.getPluginInfo(new empty.Empty(), done));
    const handshake = new messages.ProviderHandshakeRequest();
    const shaken = await answered<Messages.ProviderHandshakeResponse>((done) => client.handshake(handshake, done));
    const configured = await answered<Messages.ConfigureResponse>((done) =>
      client.configure(new messages.ConfigureRequest(), done),
    );
    await answered<Empty>((done) => client.attach(new plugin.PluginAttach().setAddress("127.0.0.1:1"), done));
    await answered<Empty>((done) => client.cancel(new empty.Empty(), done));
    expect(info.getVersion()).to.equal(VERSION);
    expect(shaken.getAcceptSecrets()).to.equal(true);
    expect([configured.getAcceptsecrets(), configured.getSupportspreview()]).to.deep.equal([true, true]);
  });

  it("names its types and functions in its schema", async () => {
    const { client } = running().engine;
    const request = new messages.GetSchemaRequest();
    const response = await answered<Messages.GetSchemaResponse>((done) => client.getSchema(request, done));
    const schema: unknown = JSON.parse(response.getSchema());
    expect(schema).to.have.property("name", "aws");
    expect(schema).to.have.property("resources").with.property(KEY);
    expect(schema).to.have.property("functions").with.property(IDENTITY);
  });

  it("says of other methods that it does not have them, by name", async () => {
    const { client } = running().engine;
    const error = await refusal(answered((done) => client.call(new messages.CallRequest(), done)));
    expect(error).to.match(/UNIMPLEMENTED: The embedded provider does not implement/);
  });

  it("says of other types and functions that it does not support them, by name", async () => {
    const { engine } = running();
    const type = "aws:sqs/queue:Queue";
    expect(await refusal(engine.check(type, {}))).to.match(
      /INVALID_ARGUMENT: the resource type aws:sqs\/queue:Queue is not supported by the embedded provider/,
    );
    expect(await refusal(engine.invoke("aws:s3/getBucket:getBucket"))).to.match(
      /the function aws:s3\/getBucket:getBucket is not supported/,
    );
  });

  it("reads the type from the URN when the engine gives nothing else", async () => {
    const { client } = running().engine;
    const urn = `urn:pulumi:dev::keylab::keylab:index:Workshop$${KEY}::name`;
    const request = new messages.CheckRequest().setUrn(urn).setNews(toStruct({ description: 1 }));
    const response = await answered<Messages.CheckResponse>((done) => client.check(request, done));
    expect(response.getFailuresList().map((failure) => failure.getProperty())).to.deep.equal(["description"]);
  });

  it("refuses to work before it is configured", async () => {
    const engine = new Engine(running().provider.port);
    expect(await refusal(engine.invoke(IDENTITY))).to.match(/asked before it was configured/);
    engine.close();
  });

  it("keeps the settings of engine processes apart", async () => {
    const { engine, provider } = running();
    const other = new Engine(provider.port);
    await other.configure({ accessKey: "111122223333", secretKey: new Secret("test"), region: "eu-west-1" });
    const accounts = [await engine.invoke(IDENTITY), await other.invoke(IDENTITY)].map(
      ({ answer }) => answer.accountId,
    );
    const regions = [engine, other].map((one) => one.invoke("aws:index/getRegion:getRegion"));
    expect(accounts).to.deep.equal([ACCOUNT, "111122223333"]);
    expect((await Promise.all(regions)).map(({ answer }) => answer.region)).to.deep.equal([REGION, "eu-west-1"]);
    other.close();
  });

  it("deploys to the region that a resource names, and reads and deletes it there", async () => {
    const { engine } = running();
    const kept = await engine.create(KEY, { region: "eu-west-1" });
    expect(kept.state.arn).to.match(/^arn:aws:kms:eu-west-1:/);
    expect(await engine.read(KEY, kept)).to.deep.equal(kept);
    await engine.delete(KEY, kept);
  });

  it("tags everything with the default tags", async () => {
    const engine = new Engine(running().provider.port);
    await engine.configure({ defaultTags: '{"tags":{"team":"a"}}' });
    const kept = await engine.create(KEY, { tags: { own: "b" } });
    expect(kept.state.tagsAll).to.deep.equal({ team: "a", own: "b" });
    await engine.delete(KEY, kept);
    engine.close();
  });

  const accounts: [string, object, RegExp][] = [
    ["an allowed account", { allowedAccountIds: `["${ACCOUNT}"]` }, /^$/],
    ["an account that is not allowed", { allowedAccountIds: '["1"]' }, /AWS account ID not allowed: 000000000000/],
    ["a forbidden account", { forbiddenAccountIds: `["${ACCOUNT}"]` }, /AWS account ID not allowed: 000000000000/],
  ];
  for (const [what, settings, expected] of accounts) {
    it(`checks the account: ${what}`, async () => {
      const engine = new Engine(running().provider.port);
      expect(await refusal(engine.configure({ ...settings }))).to.match(expected);
      engine.close();
    });
  }

  it("refuses settings that it does not honour, when they are checked and when they are used", async () => {
    const { client } = running().engine;
    const request = new messages.CheckRequest().setNews(toStruct({ profile: "p" }));
    const response = await answered<Messages.CheckResponse>((done) => client.checkConfig(request, done));
    expect(response.getFailuresList().map((failure) => failure.getProperty())).to.deep.equal(["profile"]);
    expect(await refusal(running().engine.configure({ profile: "p" }))).to.match(/profile is not supported/);
  });

  it("answers a call with wrong arguments by name", async () => {
    const { failures } = await running().engine.invoke(IDENTITY, { acount: "x", id: "y" });
    expect(failures).to.deep.equal([
      `acount is unknown; ${IDENTITY} has no such input`,
      "id is not supported by the embedded provider",
    ]);
  });

  it("tells the caller and the partition", async () => {
    const { engine } = running();
    const root = `arn:aws:iam::${ACCOUNT}:root`;
    const { answer } = await engine.invoke(IDENTITY);
    expect(answer).to.deep.equal({ accountId: ACCOUNT, arn: root, id: ACCOUNT, userId: ACCOUNT });
    const { answer: partition } = await engine.invoke("aws:index/getPartition:getPartition");
    expect(partition).to.include({ partition: "aws", dnsSuffix: "amazonaws.com" });
  });
});

describe("the provider's surroundings", () => {
  const running = onEmbeddedAws();
  const wrong = {
    AWS_ACCESS_KEY_ID: "wrong",
    AWS_SECRET_ACCESS_KEY: "wrong",
    AWS_SESSION_TOKEN: "wrong",
    AWS_REGION: "xx-wrong-1",
    AWS_ENDPOINT_URL: "http://127.0.0.1:1",
    AWS_DEFAULTS_MODE: "wrong",
  };
  /** Together with an endpoint, the SDK refuses both of these settings, wherever it reads them. */
  const surroundings: [string, object, string][] = [
    ["the environment: FIPS endpoints", { ...wrong, AWS_USE_FIPS_ENDPOINT: "true" }, ""],
    ["the environment: dual-stack endpoints", { ...wrong, AWS_USE_DUALSTACK_ENDPOINT: "true" }, ""],
    ["the files in ~/.aws: FIPS endpoints", { AWS_PROFILE: "p" }, "use_fips_endpoint = true"],
    ["the files in ~/.aws: dual-stack endpoints", { AWS_PROFILE: "p" }, "use_dualstack_endpoint = true"],
  ];
  for (const [what, variables, line] of surroundings) {
    it(`do not matter: ${what}`, async () => {
      const folder = mkdtempSync(join(tmpdir(), "keylab-"));
      const file = join(folder, "config");
      writeFileSync(file, `[profile p]\nregion = xx-wrong-1\n${line}\n`);
      const restore = setVariables({ ...variables, AWS_CONFIG_FILE: file, AWS_SHARED_CREDENTIALS_FILE: file });
      const { emulator } = running();
      const credentials = { accessKeyId: ACCOUNT, secretAccessKey: emulator.rootSecret };
      const provider = await startProvider({ endpoint: emulator.url, region: REGION, credentials });
      const engine = new Engine(provider.port);
      try {
        await engine.configure();
        const kept = await engine.create(KEY, {});
        expect(kept.state.arn).to.match(new RegExp(`^arn:aws:kms:${REGION}:${ACCOUNT}:`));
        const attributes = [{ name: "id", type: "S" }];
        await engine.create("aws:dynamodb/table:Table", { attributes, billingMode: "PAY_PER_REQUEST", hashKey: "id" });
        await engine.create("aws:iam/user:User", {});
        expect((await engine.invoke(IDENTITY)).answer.accountId).to.equal(ACCOUNT);
      } finally {
        restore();
        engine.close();
        await provider.stop();
        rmSync(folder, { recursive: true });
      }
    });
  }

  it("are told when the endpoint cannot be reached", async () => {
    const credentials = { accessKeyId: "a", secretAccessKey: "b" };
    const provider = await startProvider({ endpoint: "http://localhost:1", region: REGION, credentials });
    const engine = new Engine(provider.port);
    await engine.configure();
    expect(await refusal(engine.invoke(IDENTITY))).to.match(/The AWS endpoint could not be reached: .*ECONNREFUSED/);
    engine.close();
    await provider.stop();
  });

  it("are told when the endpoint is not an AWS", async () => {
    const web = createServer((_request, response) => response.writeHead(404).end("<html><p>Not here</html>"));
    await once(web.listen(0, "127.0.0.1"), "listening");
    const address = web.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const credentials = { accessKeyId: "a", secretAccessKey: "b" };
    const provider = await startProvider({ endpoint: `http://127.0.0.1:${port}`, region: REGION, credentials });
    const engine = new Engine(provider.port);
    await engine.configure();
    expect(await refusal(engine.invoke(IDENTITY))).to.match(/The endpoint does not answer as AWS does; is it one\? .+/);
    engine.close();
    await provider.stop();
    web.close();
  });

  it("are left alone when it stops, and its port is free again", async () => {
    const { emulator } = running();
    const options = { endpoint: emulator.url, region: REGION, credentials: { accessKeyId: "a", secretAccessKey: "b" } };
    const first = await startProvider(options);
    await first.stop();
    const again = await startProvider({ ...options, port: first.port });
    const taken = await refusal(startProvider({ ...options, port: first.port }));
    await again.stop();
    expect(again.port).to.equal(first.port);
    expect(taken).to.match(/EADDRINUSE/);
  });
});

/** Sets environment variables; the answer takes them back. */
function setVariables(variables: object): () => void {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  return () => {
    for (const name of Object.keys(variables)) {
      Reflect.deleteProperty(process.env, name);
    }
    Object.assign(process.env, before);
  };
}
