import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { RunEnded } from "../../reporters/events.ts";
import grants from "../../scenarios/kms/grants.ts";
import { endpointTarget } from "../../targets/endpointTarget.ts";
import { startTestEmulator, type Emulator } from "../support/emulator.ts";
import { openGateway, type Interference, type PassingRequest } from "../support/gateway.ts";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";
import { runLocally, type Told } from "../support/runLocally.ts";

const page = { status: 500, type: "text/html", text: "<!doctype html>\n<html lang=en>\n<title>500</title>" };

function json(code: string, message: string): Interference {
  return { status: 400, type: "application/x-amz-json-1.1", text: JSON.stringify({ __type: code, message }) };
}

/** What a server answers instead to one operation. */
function answering(target: string, answer: Interference) {
  return ({ headers }: PassingRequest) => (headers["x-amz-target"] === target ? answer : undefined);
}

/** A server without whole services, and with an IAM that is not whole either. */
function partial({ headers, body }: PassingRequest): Interference | undefined {
  const [, service = ""] = /\/([a-z0-9-]+)\/aws4_request/.exec(headers.authorization ?? "") ?? [];
  const isMissing = ["ec2", "lambda", "cloudtrail", "logs", "monitoring", "events", "tagging"].includes(service);
  return isMissing || body.includes("Action=ListServiceSpecificCredentials") ? page : undefined;
}

describe("a server of somebody else", function () {
  this.timeout(120_000);
  let emulator: Emulator;
  let folder = "";

  before(async function () {
    this.timeout(installationMilliseconds);
    await testPulumi();
    folder = await mkdtemp(join(tmpdir(), "keylab-other-endpoints-"));
    await writeFile(join(folder, "passphrase"), "correct horse battery staple", { mode: 0o600 });
    emulator = await startTestEmulator();
  });

  after(async () => {
    await emulator.stop();
    await rm(folder, { recursive: true });
  });

  /** Runs a scenario there, and looks whether anything is left. */
  async function runAt(interfere: (request: PassingRequest) => Interference | undefined): Promise<Told> {
    const gateway = await openGateway(emulator.url, interfere);
    const root = { accessKeyId: "test", secretAccessKey: "test" };
    const passphraseFile = join(folder, "passphrase");
    const target = endpointTarget({ url: gateway.url, region: "us-east-1", root, passphraseFile });
    try {
      return await runLocally([grants], { options: { target } });
    } finally {
      await gateway.stop();
    }
  }

  const endOf = ({ ended, events }: Told) => {
    const [{ outcome, unsupported = false, problems, leftovers } = { outcome: "", problems: [], leftovers: [] }] =
      ended;
    const summary = events.findLast((event): event is RunEnded => event.type === "run ended")?.summary;
    const { passed, failed, broken, skipped, unsupported: count = 0 } = summary ?? {};
    return {
      outcome,
      unsupported,
      problems: problems.map(({ stage, resource = "", message }) => [stage, resource, message]),
      leftovers,
      counts: { passed, failed, broken, skipped, unsupported: count },
    };
  };

  it("carries what it can, whatever services it does not have", async () => {
    const told = endOf(await runAt(partial));
    expect(told).to.deep.equal({
      outcome: "passed",
      unsupported: false,
      problems: [],
      leftovers: [],
      counts: { passed: 23, failed: 0, broken: 0, skipped: 0, unsupported: 0 },
    });
  });

  const unsupportedCounts = { passed: 0, failed: 0, broken: 0, skipped: 1, unsupported: 1 };

  for (const [what, interfere, problem] of [
    [
      "an operation that it does not have, in a deployment",
      answering("TrentService.CreateAlias", json("UnknownOperationException", "no aliases")),
      [
        "deployment",
        "aws:kms/alias:Alias key-alias",
        /^kms:CreateAlias was answered with UnknownOperationException: no aliases/,
      ],
    ],
    [
      "an answer that is none of AWS's, in a deployment",
      answering("TrentService.CreateAlias", page),
      [
        "deployment",
        "aws:kms/alias:Alias key-alias",
        /^kms:CreateAlias was answered with HTTP 500, and not in AWS's form$/,
      ],
    ],
    [
      "an operation that it does not have, in an access test",
      answering("TrentService.CreateGrant", page),
      ["phase", "", /^kms:CreateGrant was answered with HTTP 500, and not in AWS's form$/],
    ],
  ] as const) {
    it(`does not support a scenario with ${what}, and is left as it was`, async () => {
      const { problems, ...told } = endOf(await runAt(interfere));
      expect(told).to.deep.equal({ outcome: "skipped", unsupported: true, leftovers: [], counts: unsupportedCounts });
      const [[stage, resource, message = ""] = [], ...others] = problems;
      expect([stage, resource, others]).to.deep.equal([problem[0], problem[1], []]);
      expect(message).to.match(problem[2]);
    });
  }

  it("fails a scenario that it refuses to deploy: AWS allows it", async () => {
    const denial = json("AccessDeniedException", "not authorized to perform: kms:CreateAlias");
    const { problems, ...told } = endOf(await runAt(answering("TrentService.CreateAlias", denial)));
    expect(told).to.deep.equal({
      outcome: "failed",
      unsupported: false,
      leftovers: [],
      counts: { passed: 0, failed: 0, broken: 1, skipped: 0, unsupported: 0 },
    });
    expect(problems.map(([stage]) => stage)).to.deep.equal(["deployment"]);
  });

  it("fails a scenario that it decides wrongly, before it cannot go on", async () => {
    let decrypted = 0;
    const { outcome, unsupported, counts } = endOf(
      await runAt((request) => {
        // The first to decrypt is somebody who must not: an error that nobody expects, and then what it does not have.
        if (request.headers["x-amz-target"] === "TrentService.Encrypt" && decrypted++ === 0)
          return json("AccessDeniedException", "is not authorized to perform: kms:Encrypt");
        return answering("TrentService.CreateGrant", page)(request);
      }),
    );
    expect({ outcome, unsupported, failed: counts.failed, unsupportedCount: counts.unsupported }).to.deep.equal({
      outcome: "failed",
      unsupported: true,
      failed: 1,
      unsupportedCount: 0,
    });
  });
});
