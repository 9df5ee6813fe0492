import { expect } from "chai";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";
import { notPassed, runLocally } from "../support/runLocally.ts";
import { brokenScenarios, withoutPolicies } from "./brokenScenarios.ts";

describe("a scenario that is broken on purpose", function () {
  this.timeout(120_000);

  before(async function () {
    this.timeout(installationMilliseconds);
    await testPulumi();
  });

  for (const { name, scenario, fails } of brokenScenarios) {
    it(`fails where it should when ${name}, and is torn down all the same`, async () => {
      const told = await runLocally([scenario]);
      expect(notPassed(told).map(withoutPolicies)).to.deep.equal(fails);
      expect(told.ended.map(({ outcome, problems, leftovers }) => ({ outcome, problems, leftovers }))).to.deep.equal([
        { outcome: "failed", problems: [], leftovers: [] },
      ]);
    });
  }
});
