import { expect } from "chai";
import { RunRecord } from "../../reporters/runRecord.ts";
import { sampleRuns } from "./sampleRuns.ts";

const { passed = [] } = sampleRuns;

describe("the record of a run", () => {
  it("sorts events by scenario and phase, in the order in which they happened", () => {
    const record = new RunRecord();
    for (const event of passed) record.add(event);
    expect(record.started).to.equal(passed[0]);
    expect(record.ended).to.equal(passed.at(-1));
    const [scenario, ...others] = record.scenarios;
    expect(others).to.deep.equal([]);
    expect(scenario?.ended?.outcome).to.equal("passed");
    expect(scenario?.phases.map(({ name, checks }) => [name, checks.map(({ attempt }) => attempt)])).to.deep.equal([
      [
        "The user may use DynamoDB but not the key",
        ["DescribeTable table", "DescribeTable table", "GetItem table id=1", "GetItem table id=1"],
      ],
      ["The user becomes a key user", ["GetItem table id=1"]],
    ]);
  });

  it("knows the phases of a scenario before they begin", () => {
    const record = new RunRecord();
    for (const event of passed.slice(0, 2)) record.add(event);
    expect(record.scenario("dynamodb/transparent-encryption").phases).to.deep.equal([
      { name: "The user may use DynamoDB but not the key", checks: [] },
      { name: "The user becomes a key user", checks: [] },
    ]);
  });

  it("keeps every attempt of a scenario, and adds to the latest", () => {
    const record = new RunRecord();
    const again = passed.map((event) => (event.type === "scenario started" ? { ...event, attempt: 2 } : event));
    for (const event of [...passed.slice(0, -1), ...again.slice(1, 3)]) record.add(event);
    expect(record.scenarios.map(({ started, ended }) => [started.attempt, ended?.outcome])).to.deep.equal([
      [1, "passed"],
      [2, undefined],
    ]);
    expect(record.scenario("dynamodb/transparent-encryption").started.attempt).to.equal(2);
  });

  it("refuses an event of a scenario that has not started", () => {
    const record = new RunRecord();
    expect(() => passed[2] && record.add(passed[2])).to.throw(
      "an event of the scenario dynamodb/transparent-encryption came before its start",
    );
  });
});
