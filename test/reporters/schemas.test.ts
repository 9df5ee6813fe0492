import { expect } from "chai";
import { jsonReport } from "../../reporters/json/jsonReport.ts";
import { schemaMistakes } from "../support/schemaMistakes.ts";
import { sampleRuns } from "./sampleRuns.ts";
import { toldRun } from "./toldRun.ts";

const { passed = [] } = sampleRuns;

describe("the published JSON Schemas", () => {
  for (const [name, events] of Object.entries({ ...sampleRuns, "cut short": passed.slice(0, 5) })) {
    it(`describe every event and the report of a run: ${name}`, () => {
      expect(schemaMistakes("events", events)).to.deep.equal([]);
      expect(schemaMistakes("report", [JSON.parse(jsonReport(toldRun(events)))])).to.deep.equal([]);
    });
  }

  it("allow for fields that are added, and for none that is missing or of another kind", () => {
    const [started] = passed;
    expect(schemaMistakes("events", [{ ...started, added: 1 }])).to.deep.equal([]);
    expect(schemaMistakes("events", [{ ...started, workers: "2" }])).to.have.lengthOf(1);
    expect(schemaMistakes("events", [{ type: "run paused" }])).to.have.lengthOf(1);
    expect(schemaMistakes("report", [{}])).to.have.lengthOf(1);
  });
});
