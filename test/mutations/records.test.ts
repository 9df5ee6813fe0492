import { expect } from "chai";
import { recordedFates } from "../../catalogue/recordedFates.ts";
import { explainFates, staleAcceptances } from "../../mutations/explainFates.ts";
import { scenarios } from "../../scenarios/index.ts";

describe("The mistakes in all scenarios, as recorded", () => {
  const fates = recordedFates(scenarios);
  for (const scenario of scenarios) {
    it(`${scenario.id} notices them, or says why not`, () => {
      const survivors = explainFates(scenario, fates).filter(({ outcome }) => outcome === "unexplained");
      expect(survivors.map(({ name }) => name)).to.deep.equal([]);
      expect(staleAcceptances(scenario, fates)).to.deep.equal([]);
    });
  }
});
