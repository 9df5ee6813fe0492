import { expect } from "chai";
import picocolors from "picocolors";
import type { RunEvent } from "../../reporters/events.ts";
import { ListReporter } from "../../reporters/list.ts";
import { FakeScreen } from "./fakeScreen.ts";
import { expectGolden } from "./golden.ts";
import { sampleRuns } from "./sampleRuns.ts";

/** Tells a run to a reporter for whom it is always the time of the event. */
function tell(run: readonly RunEvent[], screen: FakeScreen): FakeScreen {
  let time = 0;
  const reporter = new ListReporter(screen, () => time);
  for (const event of run) {
    time = Date.parse(event.at);
    reporter.on(event);
  }
  reporter.close();
  return screen;
}

describe("the reporter for terminals", () => {
  for (const [name, run] of Object.entries(sampleRuns)) {
    it(`tells a run: ${name}`, () => {
      expectGolden(`reporters/list/${name}.txt`, tell(run, new FakeScreen()).printed);
    });
  }

  const { passed = [], failed = [] } = sampleRuns;

  it("puts principals below their attempts where the matrix would be too wide", () => {
    expectGolden("reporters/list/narrow-terminal.txt", tell(failed, new FakeScreen(50)).printed);
  });

  it("shows progress in place", () => {
    expectGolden("reporters/list/progress.txt", `${tell(passed, new FakeScreen()).history.join("\n")}\n`);
  });

  it("never shows a line in place that would wrap", () => {
    const shown = tell(passed, new FakeScreen(40)).history.filter((text) => text.startsWith("--- shown ---"));
    const widths = shown.flatMap((text) => text.split("\n")).map((line) => line.length);
    expect(Math.max(...widths)).to.equal(39);
  });

  it("shows nothing in place when the run was cut short", () => {
    const screen = tell(passed.slice(0, 4), new FakeScreen());
    expect(screen.history.at(-1)).to.equal("--- shown ---\n\n-------------");
  });

  it("colours by verdict, not by what was observed", () => {
    class Coloured extends FakeScreen {
      override readonly colors = picocolors.createColors(true);
    }
    const { printed } = tell(failed, new Coloured());
    const { green, red } = picocolors.createColors(true);
    expect(printed).to.include(green("✘ kms:Decrypt by identity policy"));
    expect(printed).to.include(red("✘ kms:Decrypt by identity policy FAILED"));
    expect(printed).to.include(red("✔ by identity policy FAILED"));
  });
});
