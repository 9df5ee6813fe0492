import { CreatePolicyCommand } from "@aws-sdk/client-iam";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { boundaryPolicy } from "../../catalogue/permissions/boundaryPolicy.ts";
import { recordedActions } from "../../catalogue/permissions/recordedActions.ts";
import { runnerPolicy } from "../../catalogue/permissions/runnerPolicy.ts";
import { scenarios } from "../../scenarios/index.ts";
import { openAwsStandIn } from "../support/awsStandIn.ts";
import { clientsFor, startTestEmulator } from "../support/emulator.ts";
import { makeOthersResources } from "../support/othersResources.ts";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";
import { notPassed, runLocally } from "../support/runLocally.ts";

const accountId = "000000000000";
const permissionsBoundary = `arn:aws:iam::${accountId}:policy/keylab-boundary`;
const patience = { settle: 0, answers: 1, limit: 0, eventually: 10_000, pause: 50 };

/** `npm run test:policies` carries all of them. */
const few = ["cloudtrail/every-use-is-recorded", "iam/permissions-boundary", "lambda/decrypts-its-configuration"];
const carried = scenarios.filter(({ id }) =>
  process.env.KEYLAB_POLICIES === "all" ? recordedActions[id] !== undefined : few.includes(id),
);

/** On an account in which others have things as well. */
describe("the policies of keylab aws-policy", function () {
  this.timeout(120_000);
  let folder: string;

  before(async function () {
    this.timeout(installationMilliseconds);
    await testPulumi();
    folder = await mkdtemp(join(tmpdir(), "keylab-aws-policy-"));
    await writeFile(join(folder, "passphrase"), "correct horse battery staple", { mode: 0o600 });
  });
  after(() => rm(folder, { recursive: true }));

  for (const scenario of carried) {
    it(`carry ${scenario.id} with the policy for it alone, and the boundary is never what denies`, async () => {
      const ids = [scenario.id];
      const emulator = await startTestEmulator();
      await makeOthersResources(emulator);
      const PolicyDocument = JSON.stringify(boundaryPolicy({ ids, accountId }));
      await clientsFor(emulator).iam.send(new CreatePolicyCommand({ PolicyName: "keylab-boundary", PolicyDocument }));
      const policy = runnerPolicy({ ids, accountId, permissionsBoundary });
      const passphraseFile = join(folder, "passphrase");
      const standIn = await openAwsStandIn({ emulator, passphraseFile, patience, policy, permissionsBoundary });
      try {
        const told = await runLocally([scenario], { options: { target: standIn.target } });
        expect(notPassed(told)).to.deep.equal([]);
        expect(told.ended.map(({ outcome, problems }) => ({ outcome, problems }))).to.deep.equal([
          { outcome: "passed", problems: [] },
        ]);
      } finally {
        await standIn.stop();
        await emulator.stop();
      }
    });
  }
});
