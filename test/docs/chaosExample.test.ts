import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { readChaosFile } from "../../cli/aws/chaosFile.ts";

const page = join(import.meta.dirname, "../../docs/operating.md");

describe("the file of --chaos in docs/operating.md", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "keylab-chaos-"));
  });
  after(() => rm(folder, { recursive: true }));

  it("is read, and means what the page says: an operation is as its service, and a service as all", async () => {
    const [, text = ""] = /## Chaos\n[^]*?```yaml\n([^]*?)```/.exec(await readFile(page, "utf8")) ?? [];
    const path = join(folder, "chaos.yaml");
    await writeFile(path, text);
    const all = { throttle: 0.01, error: 0, drop: 0, slow: 0.05, slowness: { from: 200, to: 2_000 } };
    const kms = { ...all, throttle: 0.2 };
    expect(await readChaosFile(path)).to.deep.equal({
      seed: 1,
      rates: all,
      named: { kms, "kms:Decrypt": { ...kms, drop: 0.1 }, sts: { ...all, throttle: 0 } },
    });
  });
});
