import { expect } from "chai";
import type { RunEvent } from "../../reporters/events.ts";
import { scenarioEnded, scenarioStarted } from "../reporters/sampleRuns.ts";
import { InTurn } from "../../runner/inTurn.ts";

const started = (scenario: string): RunEvent => scenarioStarted(scenario);
const teardown = (scenario: string): RunEvent => ({
  type: "teardown started",
  at: "2026-01-01T00:00:00.000Z",
  scenario,
});
const ended = (scenario: string): RunEvent => scenarioEnded(scenario);

/** What is told after each of the events, as `a started`. */
function told(events: readonly RunEvent[]): string[][] {
  const lines: string[] = [];
  const inTurn = new InTurn((event) => {
    lines.push("scenario" in event ? `${event.scenario}: ${event.type}` : event.type);
  });
  return events.map((event) => {
    inTurn.emit(event);
    return lines.splice(0);
  });
}

describe("Scenarios that run at the same time", () => {
  it("are told at once where there is only one", () => {
    expect(told([started("a"), teardown("a"), ended("a")])).to.deep.equal([
      ["a: scenario started"],
      ["a: teardown started"],
      ["a: scenario ended"],
    ]);
  });

  it("are told one after the other, in the order in which they began, however they end", () => {
    const events = [started("a"), started("b"), started("c"), ended("c"), teardown("b"), ended("a"), ended("b")];
    expect(told(events)).to.deep.equal([
      ["a: scenario started"],
      [],
      [],
      [],
      [],
      ["a: scenario ended", "b: scenario started", "b: teardown started"],
      ["b: scenario ended", "c: scenario started", "c: scenario ended"],
    ]);
  });

  it("are told at once when it is their turn", () => {
    const events = [started("a"), started("b"), ended("a"), teardown("b"), ended("b"), started("d")];
    expect(told(events)).to.deep.equal([
      ["a: scenario started"],
      [],
      ["a: scenario ended", "b: scenario started"],
      ["b: teardown started"],
      ["b: scenario ended"],
      ["d: scenario started"],
    ]);
  });
});
