import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { comparison, type Score } from "../../../cli/compare/comparison.ts";
import { startTestEmulator, type Emulator } from "../../support/emulator.ts";
import { openGateway, type Gateway, type PassingRequest } from "../../support/gateway.ts";
import { installationMilliseconds, testPulumi } from "../../support/pulumi.ts";
import { signedHeaders } from "../../support/signedRequest.ts";
import { FakeContext, keylabHere } from "../fakeContext.ts";

const nothing = { carried: 0, unsupported: 0, skipped: 0, broken: 0 };

const scenarios = ["kms/grants", "s3/secure-uploads"];

/** A server that does not know grants. */
function withoutGrants({ headers }: PassingRequest) {
  if (headers["x-amz-target"] !== "TrentService.CreateGrant") return undefined;
  const text = '{"__type":"UnknownOperationException","message":"no grants here"}';
  return { status: 400, type: "application/x-amz-json-1.1", text };
}

/** A server on which everybody may use every key: KMS hears the root user, whoever asks. */
function withoutKeyPolicies({ headers, body }: PassingRequest) {
  const target = headers["x-amz-target"];
  if (typeof target !== "string" || !target.startsWith("TrentService.")) return undefined;
  const signed = { "content-type": "application/x-amz-json-1.1", "x-amz-target": target };
  const length = { "content-length": String(body.length) };
  return { headers: { ...signedHeaders(headers.host ?? "", { service: "kms", body, headers: signed }), ...length } };
}

describe("keylab compare", function () {
  this.timeout(180_000);
  let folder = "";
  let emulator: Emulator;
  let gateways: readonly Gateway[] = [];
  let told: Awaited<ReturnType<typeof keylabHere>>;
  /** By the names that the tests call the places. */
  let names: ReadonlyMap<string, string>;

  before(async function () {
    this.timeout(installationMilliseconds);
    const { path } = await testPulumi();
    folder = await mkdtemp(join(tmpdir(), "keylab-compare-"));
    emulator = await startTestEmulator();
    const [whole, grantless, lawless] = [
      await openGateway(emulator.url),
      await openGateway(emulator.url, withoutGrants),
      await openGateway(emulator.url, withoutKeyPolicies),
    ];
    gateways = [whole, grantless, lawless];
    // As people write it: a bucket must not become a part of the name.
    const byName = whole.url.replace("127.0.0.1", "localhost");
    const nobody = "http://127.0.0.1:9";
    names = new Map([byName, grantless.url, lawless.url, nobody].map((url, index) => [url, `PLACE-${index + 1}`]));
    const context = new FakeContext({
      workingFolder: folder,
      environment: { KEYLAB_PULUMI: path, KEYLAB_CACHE: join(folder, "cache") },
    });
    const args = ["compare", ...names.keys(), "--scenario", ...scenarios, "--json", "comparison.json"];
    told = await keylabHere(args, context);
  });

  after(async () => {
    for (const gateway of gateways) await gateway.stop();
    await emulator.stop();
    await rm(folder, { recursive: true });
  });

  const named = (text: string): string =>
    [...names].reduce((changed, [url, name]) => changed.replaceAll(url, name), text);

  it("prints a row for each place, and where they differ the first thing that each got wrong", () => {
    const lines = named(told.stdout)
      .split("\n")
      .map((line) => line.replaceAll(/ {2,}/g, "  "));
    expect(lines).to.deep.equal([
      "Place  Carried  Unsupported  Skipped  Broken  Allowed as AWS  Refused as AWS  For its reason  Fails as AWS  Not tried",
      "PLACE-1  2 of 2  0  0  0  20 of 20  20 of 20  20 of 20  0 of 0  0",
      "PLACE-2  1 of 2  1  0  0  11 of 11  9 of 9  9 of 9  0 of 0  20",
      "PLACE-3  2 of 2  0  0  0  18 of 20  8 of 20  8 of 8  0 of 0  0",
      "PLACE-4  could not be compared",
      "",
      "PLACE-4: No AWS answers at PLACE-4 (connect ECONNREFUSED 127.0.0.1:9).",
      "",
      "Not as on AWS, with the first thing that was not:",
      "",
      "kms/grants",
      "  PLACE-1  as AWS",
      "  PLACE-2  unsupported, 3 right of 3 tried: kms:CreateGrant was answered with UnknownOperationException: no grants here",
      "  PLACE-3  9 right of 23: worker: Decrypt red ciphertext: it was allowed, but kms:Decrypt should be denied",
      "",
    ]);
  });

  it("ends with 1, as nobody answers at one of the places", () => {
    expect(told.exitCode).to.equal(1);
  });

  it("writes the same as JSON", async () => {
    const { places, scenarios: chosen } = comparison.parse(
      JSON.parse(await readFile(join(folder, "comparison.json"), "utf8")),
    );
    expect(chosen).to.deep.equal(scenarios);
    const s3 = ["s3/secure-uploads", "as AWS", 17, 17, 17];
    const score = ({ right, tried, all }: Score) => `${right} right of ${tried} tried of ${all}`;
    expect(
      places.map(({ place, scenarios: counts, allowed, refused, results }) => [
        named(place),
        counts,
        score(allowed),
        `${score(refused)}, ${refused.forTheReason} for the reason`,
        results.map(({ scenario, state, right, tried, all }) => [scenario, state, right, tried, all]),
      ]),
    ).to.deep.equal([
      [
        "PLACE-1",
        { ...nothing, carried: 2 },
        "20 right of 20 tried of 20",
        "20 right of 20 tried of 20, 20 for the reason",
        [["kms/grants", "as AWS", 23, 23, 23], s3],
      ],
      [
        "PLACE-2",
        { ...nothing, carried: 1, unsupported: 1 },
        "11 right of 11 tried of 20",
        "9 right of 9 tried of 20, 9 for the reason",
        [["kms/grants", "unsupported", 3, 3, 23], s3],
      ],
      [
        "PLACE-3",
        { ...nothing, carried: 2 },
        "18 right of 20 tried of 20",
        "8 right of 20 tried of 20, 8 for the reason",
        [["kms/grants", "otherwise", 9, 23, 23], s3],
      ],
      ["PLACE-4", nothing, "0 right of 0 tried of 20", "0 right of 0 tried of 20, 0 for the reason", []],
    ]);
    expect(places.map(({ errors }) => score(errors))).to.deep.equal(Array(4).fill("0 right of 0 tried of 0"));
    expect(places.map(({ problem }) => problem && named(problem))).to.deep.equal([
      undefined,
      undefined,
      undefined,
      "No AWS answers at PLACE-4 (connect ECONNREFUSED 127.0.0.1:9).",
    ]);
  });

  it("keeps the run at each place that answers like any other run", async () => {
    expect(await readdir(join(folder, ".keylab", "runs"))).to.have.length(3);
  });

  it("asks for buckets by path where the endpoint has a name", () => {
    const paths = gateways[0]?.seen.filter(({ headers }) => (headers.authorization ?? "").includes("/s3/aws4_request"));
    expect(new Set(paths?.map(({ headers }) => headers.host?.replace(/:\d+$/, "")))).to.deep.equal(
      new Set(["localhost"]),
    );
    expect(paths?.some(({ path }) => /^\/[a-z0-9-]+\/a\.txt/.test(path))).to.equal(true);
  });
});
