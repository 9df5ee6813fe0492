import { expect } from "chai";
import { Multiplexer } from "../../reporters/multiplexer.ts";
import type { Reporter } from "../../reporters/reporter.ts";
import { sampleRuns } from "./sampleRuns.ts";

const { passed = [] } = sampleRuns;

class Listener implements Reporter {
  readonly heard: string[] = [];
  on({ type }: { type: string }): void {
    this.heard.push(type);
  }
  close(): void {
    this.heard.push("close");
  }
}

describe("several reporters as one", () => {
  it("hear every event in order, and are closed once", async () => {
    const [first, second] = [new Listener(), new Listener()];
    const all = new Multiplexer([
      { name: "first", reporter: first },
      { name: "second", reporter: second },
    ]);
    for (const event of passed) all.on(event);
    await Promise.all([all.close(), all.close()]);
    const expected = [...passed.map(({ type }) => type), "close"];
    expect(first.heard).to.deep.equal(expected);
    expect(second.heard).to.deep.equal(expected);
    expect(all.problems.size).to.equal(0);
  });

  it("go on when one of them breaks, which hears nothing more and is still closed", async () => {
    const broken = new (class extends Listener {
      override on(event: { type: string }): void {
        super.on(event);
        throw new Error("disk full");
      }
    })();
    const other = new Listener();
    const all = new Multiplexer([
      { name: "broken", reporter: broken },
      { name: "other", reporter: other },
    ]);
    for (const event of passed) all.on(event);
    await all.close();
    expect(broken.heard).to.deep.equal(["run started", "close"]);
    expect(other.heard).to.have.lengthOf(passed.length + 1);
    expect([...all.problems].map(([name, error]) => [name, String(error)])).to.deep.equal([
      ["broken", "Error: disk full"],
    ]);
  });

  it("go on when one of them cannot be closed", async () => {
    const other = new Listener();
    const all = new Multiplexer([
      { name: "broken", reporter: { on: () => undefined, close: () => Promise.reject(new Error("disk full")) } },
      { name: "other", reporter: other },
    ]);
    await all.close();
    expect(other.heard).to.deep.equal(["close"]);
    expect([...all.problems.keys()]).to.deep.equal(["broken"]);
  });
});
