import { expect } from "chai";
import { explain } from "../../emulator/authorization/explain.ts";
import { explanation } from "../../reporters/events/explanation.ts";
import { explainedCases } from "../emulator/authorization/explainedCases.ts";

describe("explanations from another process", () => {
  for (const { name, request } of explainedCases) {
    it(`lose nothing on the way: ${name}`, () => {
      const sent: unknown = JSON.parse(JSON.stringify(explain(request)));
      expect(explanation.parse(sent)).to.deep.equal(sent);
    });
  }
});
