import { PlainReporter } from "../../reporters/plain.ts";
import { StreamOutput } from "../../reporters/streamOutput.ts";
import { expectGolden } from "./golden.ts";
import { sampleRuns } from "./sampleRuns.ts";

describe("the reporter for plain text", () => {
  for (const [name, run] of Object.entries(sampleRuns)) {
    it(`tells a run: ${name}`, () => {
      let text = "";
      const reporter = new PlainReporter(new StreamOutput({ write: (part) => (text += part) }));
      for (const event of run) reporter.on(event);
      expectGolden(`reporters/plain/${name}.txt`, text);
    });
  }
});
