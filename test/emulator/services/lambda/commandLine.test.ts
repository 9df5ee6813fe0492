import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { clientsFor, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { makeRole, zipOf } from "./functions.ts";

const hasAwsCli = spawnSync("aws", ["--version"]).status === 0;

describe("The AWS CLI", function () {
  this.timeout(120_000);
  let emulator: Emulator;
  let folder: string;
  before(async function () {
    if (!hasAwsCli) this.skip();
    emulator = await startTestEmulator();
    folder = mkdtempSync(join(tmpdir(), "lambda-cli-"));
  });
  after(async () => {
    if (!hasAwsCli) return;
    rmSync(folder, { recursive: true });
    await emulator.stop();
  });

  async function aws(...args: string[]): Promise<unknown> {
    const env = {
      ...process.env,
      AWS_ENDPOINT_URL: emulator.url,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_DEFAULT_REGION: "us-east-1",
    };
    const { stdout } = await promisify(execFile)("aws", ["lambda", ...args, "--output", "json"], { env });
    return JSON.parse(stdout);
  }

  it("creates and invokes a function", async () => {
    const role = await makeRole(clientsFor(emulator));
    const archive = join(folder, "f.zip");
    writeFileSync(archive, zipOf({ "index.js": "exports.handler = async (event) => ({ hello: event.name });" }));
    const made = [
      "--runtime",
      "nodejs20.x",
      "--handler",
      "index.handler",
      "--role",
      role,
      "--zip-file",
      `fileb://${archive}`,
    ];
    await aws("create-function", "--function-name", "f", ...made);
    const event = join(folder, "event.json");
    writeFileSync(event, '{"name":"Ada"}');
    const target = join(folder, "out.json");
    const answer = await aws("invoke", "--function-name", "f", "--payload", `fileb://${event}`, target);
    expect(answer).to.deep.include({ StatusCode: 200, ExecutedVersion: "$LATEST" });
    expect(JSON.parse(readFileSync(target, "utf8"))).to.deep.equal({ hello: "Ada" });
  });
});
