import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect } from "chai";
import { Keylab } from "../cli/keylab.ts";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";
import { startSharedAws, type SharedAws } from "../support/sharedAws.ts";
import { startWireTap, type WireTap } from "../support/wireTap.ts";

/** Those in which secrets, passwords, access keys and sessions go to and fro. */
const scenarios = [
  "dynamodb/api-keys-encrypted-by-the-client",
  "iam/access-key-rotation",
  "iam/console-sign-in",
  "iam/session-policy",
  "kms/envelope-encryption",
  "lambda/decrypts-its-configuration",
  "secretsmanager/rotation-keeps-versions",
  "secretsmanager/secret-under-key",
];

/** All files below a folder, while others come and go. */
function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe("secrets", function () {
  this.timeout(180_000);
  let folder = "";
  let pulumi = "";
  let aws: SharedAws;
  let tap: WireTap;
  /** Files in which a secret was seen, at any time. */
  const found = new Set<string>();
  const open = new Set<string>();

  before(async function () {
    this.timeout(installationMilliseconds);
    ({ path: pulumi } = await testPulumi());
    folder = mkdtempSync(join(tmpdir(), "keylab-canary-"));
    aws = await startSharedAws({});
    tap = await startWireTap(aws.target.description.name, look);
  });

  after(async () => {
    await tap.stop();
    await aws.stop();
    rmSync(folder, { recursive: true });
  });

  /** Files that are for the user's eyes are only looked at for who may read them; the engine's lie in a closed folder. */
  function look(): void {
    for (const file of safely(() => filesBelow(join(folder, ".keylab"))) ?? []) {
      const [closed = file] = /^.*?\/(state|workspace)(?=\/)/.exec(file) ?? [];
      const mode = safely(() => statSync(closed).mode & 0o077) ?? 0;
      if (mode !== 0) open.add(relative(folder, closed));
      if (file.includes("/credentials/")) continue;
      const text = safely(() => readFileSync(file, "utf8")) ?? "";
      if ([...tap.secrets].some((secret) => text.includes(secret))) found.add(relative(folder, file));
    }
  }

  it("are in no output, report, journal or state, and no file of a run is for others to read", async () => {
    const run = new Keylab(["run", ...scenarios, "--target", tap.url, "--reporter", "markdown=report.md"], {
      folder,
      environment: { KEYLAB_PULUMI: pulumi, KEYLAB_CACHE: join(folder, "cache") },
    });
    const { stdout, stderr, exitCode } = await run.ended();
    expect([exitCode, stderr], stdout).to.deep.equal([0, ""]);
    look();
    expect(tap.secrets.size).to.be.greaterThan(20);
    expect([...tap.secrets].filter((secret) => stdout.includes(secret))).to.deep.equal([]);
    expect([...found], "files with secrets").to.deep.equal([]);
    expect([...open].sort().slice(0, 8), "files that others may read").to.deep.equal([]);
    expect(filesBelow(join(folder, ".keylab")).map((file) => file.split("/").at(-1))).to.include.members([
      "events.jsonl",
      "junit.xml",
      "report.html",
      "report.json",
      "summary.md",
    ]);
  });
});

/** Nothing where a file has just gone. */
function safely<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
