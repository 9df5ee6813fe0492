import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Crew } from "../../runner/crew.ts";
import { runScenarios } from "../../runner/runScenarios.ts";
import type { Target } from "../../runner/target.ts";
import firstKey from "../../scenarios/kms/first-key.ts";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";

const sample = (id: string, needs: typeof firstKey.needs) => ({ ...firstKey, id, needs });
const scenarios = [sample("a", ["clock"]), sample("b", []), sample("c", ["clock"]), sample("d", [])];

/** Nobody enters it: the crew does nothing. */
function targetWith(abilities: Target["abilities"]): Target {
  const description = { name: "nowhere", summary: "No AWS.", statesLayer: false };
  return { description, abilities, open: () => Promise.reject(new Error("nobody enters")) };
}

describe("scenarios that run at the same time", () => {
  let folder = "";
  let pulumiRoot = "";

  before(async function () {
    this.timeout(installationMilliseconds);
    pulumiRoot = (await testPulumi()).root;
    folder = await mkdtemp(join(tmpdir(), "keylab-run-"));
  });

  after(() => rm(folder, { recursive: true }));

  /** Which of them ran at a time: the ids that were there when each began. */
  async function together(abilities: Target["abilities"]): Promise<string[]> {
    const running = new Set<string>();
    const seen: string[] = [];
    const crew: Crew = {
      size: 4,
      run: async ({ id }) => {
        running.add(id);
        seen.push([...running].join(""));
        await new Promise((resolve) => setTimeout(resolve, 30));
        running.delete(id);
        return { outcome: "passed", problems: [], leftovers: [], pendingKeys: [] };
      },
    };
    const target = targetWith(abilities);
    const { signal } = new AbortController();
    await runScenarios({ scenarios, target, crew, reporters: [], pulumiRoot, pulumiHome: folder, folder, signal });
    return seen;
  }

  it("move clocks of their own at the same time", async () => {
    expect(await together(new Set(["clock", "exclusive account"]))).to.deep.equal(["a", "ab", "abc", "abcd"]);
  });

  it("move a clock that they share one after the other, after all others", async () => {
    expect(await together(new Set(["clock"]))).to.deep.equal(["b", "bd", "a", "c"]);
  });
});
