import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect } from "chai";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";
import { notPassed, runLocally } from "../support/runLocally.ts";

const root = join(import.meta.dirname, "..", "..");
const execute = promisify(execFile);

function listsScenarios(module: unknown): module is { readonly scenarios: readonly Scenario[] } {
  return typeof module === "object" && module !== null && "scenarios" in module && Array.isArray(module.scenarios);
}

describe("npm run new:scenario", function () {
  this.timeout(120_000);
  let copy: string;

  before(async function () {
    this.timeout(installationMilliseconds);
    await testPulumi();
    copy = await mkdtemp(join(tmpdir(), "keylab-new-"));
    for (const part of [
      ".prettierrc.json",
      "package.json",
      "tsconfig.json",
      "errors",
      "infra",
      "scenarios",
      "scripts",
    ]) {
      await cp(join(root, part), join(copy, part), { recursive: true });
    }
    await symlink(join(root, "node_modules"), join(copy, "node_modules"), "dir");
  });

  after(() => rm(copy, { recursive: true }));

  /** As npm starts it. */
  const newScenario = (id: string) =>
    execute(process.execPath, ["--import=tsx/esm", "scripts/newScenario.ts", id], { cwd: copy });

  /** What it says when it refuses, and with which exit code. */
  const refusal = (id: string) =>
    newScenario(id).then(
      ({ stdout }) => stdout,
      (error: unknown) => error,
    );

  it("writes a scenario that compiles, is formatted, is listed and passes, and says what comes next", async () => {
    const { stdout } = await newScenario("letters/read-by-few");
    expect(stdout).to.match(/^Written: scenarios\/letters\/read-by-few\.ts,/);
    expect(stdout).to.contain("npx keylab run letters/read-by-few");
    expect(stdout).to.contain("npm run record:scenarios letters/read-by-few");
    expect(stdout).to.contain("npm run generate:docs");

    const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
    const project = JSON.stringify({
      extends: "./tsconfig.json",
      files: ["scenarios/letters/read-by-few.ts"],
      include: [],
    });
    await writeFile(join(copy, "one.json"), project);
    await execute(process.execPath, [compiler, "-p", "one.json"], { cwd: copy });

    const formatter = join(root, "node_modules", "prettier", "bin", "prettier.cjs");
    await execute(process.execPath, [formatter, "--check", "scenarios/letters", "scenarios/index.ts"], { cwd: copy });

    const module: unknown = await import(pathToFileURL(join(copy, "scenarios", "index.ts")).href);
    if (!listsScenarios(module)) throw new Error("The list of scenarios is not what it was.");
    const ids = module.scenarios.map(({ id }) => id);
    expect(ids).to.deep.equal([...ids].sort());
    const told = await runLocally(module.scenarios.filter(({ id }) => id === "letters/read-by-few"));
    expect(notPassed(told)).to.deep.equal([]);
    expect(told.ended.map(({ outcome }) => outcome)).to.deep.equal(["passed"]);
    expect(told.checked).to.have.length(5);
  });

  const refused = [
    { id: "kms/rotation", says: "The scenario kms/rotation exists. Choose another name" },
    { id: "kms/Rotation", says: '"kms/Rotation" is no id of a scenario. An id is <area>/<name>' },
    { id: "kms/rotate_in_time", says: "both in lower case words with hyphens" },
    { id: "kms/-rotate", says: "is no id of a scenario" },
    { id: "rotation", says: "is no id of a scenario" },
    { id: "../elsewhere/rotation", says: "is no id of a scenario" },
    { id: "contract/rotation", says: "but not contract" },
    { id: "", says: '"" is no id of a scenario' },
  ];
  for (const { id, says } of refused) {
    it(`refuses "${id}" and changes nothing`, async () => {
      const list = join(copy, "scenarios", "index.ts");
      const before = await readFile(list, "utf8");
      expect(await refusal(id))
        .to.include({ code: 2 })
        .and.to.have.property("stderr")
        .that.contains(says);
      expect(await readFile(list, "utf8")).to.equal(before);
    });
  }
});
