import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { killRounds } from "./killRounds.ts";

describe("keylab aws start --data, killed while it is written to", () => {
  it("has all that was acknowledged, and nothing half-done, after each restart", async () => {
    const folder = await mkdtemp(join(tmpdir(), "keylab-kill-"));
    try {
      const { broken, kept } = await killRounds(folder, 1, 3);
      expect(broken).to.deep.equal([]);
      expect(kept).to.be.above(10);
    } finally {
      await rm(folder, { recursive: true });
    }
  }).timeout(120_000);
});
