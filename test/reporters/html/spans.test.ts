import { expect } from "chai";
import { spans } from "../../../reporters/html/spans.ts";
import type { ScenarioRecord } from "../../../reporters/runRecord.ts";
import { at, check, deployed, phase, scenario, started } from "./records.ts";

describe("where the time of a scenario went", () => {
  const seconds = (record: Partial<ScenarioRecord>) =>
    spans({ started: started(), phases: [], ...record }).map(({ activity, from, to }) => {
      const zero = Date.parse(at(0));
      return [activity, (from - zero) / 1000, (to - zero) / 1000];
    });
  const ended = {
    type: "scenario ended",
    scenario,
    outcome: "passed",
    triedAgain: false,
    problems: [],
    leftovers: [],
    pendingKeys: [],
    milliseconds: 0,
  } as const;

  it("is told from the room on the target to the end of the teardown", () => {
    const record = {
      phases: [phase(2, 6, { deployed: deployed(4), checks: [check(5, 1000), check(6, 1000)] })],
      teardown: { type: "teardown started", at: at(6), scenario } as const,
      ended: { ...ended, at: at(9) },
    };
    expect(seconds(record)).to.deep.equal([
      ["room", 0, 2],
      ["engine", 2, 4],
      ["tests", 4, 6],
      ["engine", 6, 9],
    ]);
  });

  it("is waiting until answers counted, and while the clock is awaited", () => {
    const checks = [check(12, 4000, { convergenceMilliseconds: 3000 })];
    expect(seconds({ phases: [phase(0, 12, { deployed: deployed(3), checks })] })).to.deep.equal([
      ["engine", 0, 3],
      ["waiting", 3, 11],
      ["tests", 11, 12],
    ]);
  });

  it("is waiting in a phase that deploys nothing and tries nothing", () => {
    expect(seconds({ phases: [phase(1, 5)] })).to.deep.equal([
      ["room", 0, 1],
      ["waiting", 1, 5],
    ]);
  });

  it("ends with what was told last where the run was cut short", () => {
    const cut = { ...phase(1, 0, { deployed: deployed(2), checks: [check(3, 1000)] }), ended: undefined };
    expect(seconds({ phases: [cut, { name: "second", checks: [] }] })).to.deep.equal([
      ["room", 0, 1],
      ["engine", 1, 2],
      ["tests", 2, 3],
    ]);
  });

  it("is nothing where nothing was told", () => expect(seconds({})).to.deep.equal([]));
});
