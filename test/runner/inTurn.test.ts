import { expect } from "chai";
import type { RunEvent } from "../../reporters/events.ts";
import { InTurn } from "../../runner/inTurn.ts";
import { scenarioEnded, scenarioStarted } from "../reporters/sampleRuns.ts";

const events: Readonly<Record<string, (scenario: string) => RunEvent>> = {
  starts: (scenario) => scenarioStarted(scenario),
  "tears down": (scenario) => ({ type: "teardown started", at: "2026-01-01T00:00:00.000Z", scenario }),
  ends: (scenario) => scenarioEnded(scenario),
};

/** What is told after each step, as `a starts`. `a.` is the end of a's turn. */
function told(steps: readonly string[]): string[][] {
  const lines: string[] = [];
  const inTurn = new InTurn((event) => {
    const what = Object.keys(events).find((key) => events[key]?.("").type === event.type) ?? event.type;
    lines.push("scenario" in event ? `${event.scenario} ${what}` : event.type);
  });
  const turns = new Map<string, ReturnType<InTurn["begin"]>>();
  return steps.map((step) => {
    const [scenario = "", ...words] = step.replace(".", "").split(" ");
    const turn = turns.get(scenario) ?? inTurn.begin();
    turns.set(scenario, turn);
    const event = events[words.join(" ")]?.(scenario);
    if (event === undefined) turn.end();
    else turn.emit(event);
    return lines.splice(0);
  });
}

describe("Scenarios that run at the same time", () => {
  it("are told at once where there is only one", () => {
    expect(told(["a starts", "a tears down", "a ends", "a."])).to.deep.equal([
      ["a starts"],
      ["a tears down"],
      ["a ends"],
      [],
    ]);
  });

  it("are told one after the other, in the order in which they began, however they end", () => {
    const steps = ["a starts", "b starts", "c starts", "c ends", "c.", "b tears down", "a ends", "a.", "b ends", "b."];
    expect(told(steps)).to.deep.equal([
      ["a starts"],
      [],
      [],
      [],
      [],
      [],
      ["a ends"],
      ["b starts", "b tears down"],
      ["b ends"],
      ["c starts", "c ends"],
    ]);
  });

  it("are told at once when it is their turn", () => {
    expect(told(["a starts", "b starts", "a.", "b ends", "b.", "d starts"])).to.deep.equal([
      ["a starts"],
      [],
      ["b starts"],
      ["b ends"],
      [],
      ["d starts"],
    ]);
  });

  it("keep their turn while they are tried again", () => {
    expect(told(["a starts", "b starts", "a ends", "a starts", "a ends", "a.", "b."])).to.deep.equal([
      ["a starts"],
      [],
      ["a ends"],
      ["a starts"],
      ["a ends"],
      ["b starts"],
      [],
    ]);
  });
});
