import { tmpdir } from "node:os";
import { expect } from "chai";
import * as z from "zod";
import { chooseScenarios } from "../../cli/select/chooseScenarios.ts";
import { describeScenario } from "../../cli/describeScenario.ts";
import { scenarioText } from "../../cli/scenarioText.ts";
import { UserError } from "../../errors/userError.ts";
import { scenarios } from "../../scenarios/index.ts";
import { expectGolden } from "../reporters/golden.ts";
import { keylab } from "./keylab.ts";
import { sampleScenario } from "./sampleScenario.ts";

const folder = tmpdir();
const ids = scenarios.map(({ id }) => id);
const [first = "", second = ""] = ids;

describe("the list of scenarios", () => {
  it("has a line for each, in order", async () => {
    const { exitCode, stdout, stderr } = await keylab(["list"], { folder });
    expect([exitCode, stderr]).to.deep.equal([0, ""]);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => line.split("  ")[0])).to.deep.equal(ids);
  });

  it("is the scenarios themselves as JSON", async () => {
    const { exitCode, stdout } = await keylab(["list", "--json"], { folder });
    expect(exitCode).to.equal(0);
    const listed = z.array(z.looseObject({ id: z.string() })).parse(JSON.parse(stdout));
    expect(listed.map(({ id }) => id)).to.deep.equal(ids);
    expect(listed).to.deep.equal(JSON.parse(JSON.stringify(scenarios.map(describeScenario))));
  });
});

describe("a scenario that is shown", () => {
  it("is the one that was named", async () => {
    const { exitCode, stdout, stderr } = await keylab(["show", first], { folder });
    expect([exitCode, stderr]).to.deep.equal([0, ""]);
    expect(stdout.split("\n")[0]).to.equal(first);
  });

  it("tells what it teaches, who acts, and phase by phase who can do what", () => {
    expectGolden("cli/show.txt", `${scenarioText(sampleScenario).join("\n")}\n`);
  });

  it("is plain data as JSON, without what an action yields that is secret or depends on the run", () => {
    expectGolden("cli/show.json", `${JSON.stringify(describeScenario(sampleScenario), undefined, 2)}\n`);
  });
});

describe("the choice of scenarios", () => {
  const chosen = (...named: string[]) => chooseScenarios(scenarios, named).map(({ id }) => id);

  it("is all of them if none is named", () => {
    expect(chosen()).to.deep.equal(ids);
  });

  it("is in the order of the list, and each once", () => {
    expect(chosen(second, first, second)).to.deep.equal([first, second]);
  });

  it("fails with the nearest id for one that does not exist", () => {
    expect(() => chosen(first, `${second}s`)).to.throw(
      UserError,
      `There is no scenario "${second}s". Did you mean "${second}"?`,
    );
  });
});
