import { expect } from "chai";
import firstKey from "../../scenarios/kms/first-key.ts";
import grants from "../../scenarios/kms/grants.ts";
import transparentEncryption from "../../scenarios/dynamodb/transparent-encryption.ts";
import secretUnderKey from "../../scenarios/secretsmanager/secret-under-key.ts";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";
import { notPassed, runLocally } from "../support/runLocally.ts";
import { startSharedAws, type SharedAws } from "../support/sharedAws.ts";
import { brokenScenarios, withoutPolicies } from "./brokenScenarios.ts";

/** `npm run test:lag` tries many, and more scenarios with each. */
const { KEYLAB_LAG_SEEDS: wanted } = process.env;
const seeds = Array.from({ length: Number(wanted ?? 1) }, (_, index) => index + 1);
const right =
  wanted === undefined ? [transparentEncryption] : [firstKey, transparentEncryption, grants, secretUnderKey];
const wrong = wanted === undefined ? brokenScenarios.slice(0, 1) : brokenScenarios;

/** Milliseconds. Long enough for many answers of before. */
const delays = {
  iam: { from: 50, to: 400 },
  keyPolicy: { from: 50, to: 400 },
  grant: { from: 50, to: 400 },
  alias: { from: 50, to: 400 },
};

describe("where changes are seen after a while", function () {
  this.timeout(120_000);
  let aws: SharedAws;

  before(async function () {
    this.timeout(installationMilliseconds);
    await testPulumi();
  });

  afterEach(() => aws.stop());

  for (const seed of seeds) {
    it(`nothing fails that is right (seed ${seed})`, async () => {
      aws = await startSharedAws({ lag: { seed, delays } });
      const told = await runLocally(right, { options: { target: aws.target } });
      expect(notPassed(told)).to.deep.equal([]);
      expect(told.ended.map(({ outcome, problems, leftovers }) => [outcome, problems, leftovers])).to.deep.equal(
        right.map(() => ["passed", [], []]),
      );
      expect(told.checked.some(({ tries }) => tries > 1)).to.equal(true);
    });

    for (const { name, scenario, fails } of wrong) {
      it(`nothing passes that is wrong: ${name} (seed ${seed})`, async () => {
        aws = await startSharedAws({ lag: { seed, delays } });
        const told = await runLocally([scenario], { options: { target: aws.target } });
        expect(notPassed(told).map(withoutPolicies)).to.deep.equal(fails);
      });
    }
  }
});
