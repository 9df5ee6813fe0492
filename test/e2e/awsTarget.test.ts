import { AttachRolePolicyCommand, CreateRoleCommand } from "@aws-sdk/client-iam";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { debugProviders } from "../../provider/debugProviders.ts";
import { startProvider, type RunningProvider } from "../../provider/index.ts";
import { defaultSettings } from "../../runner/runSettings.ts";
import { findClaimsOn } from "../../runner/sweep/findClaimsOn.ts";
import { sweepClaim } from "../../runner/sweep/sweepClaim.ts";
import type { Target } from "../../runner/target.ts";
import grants from "../../scenarios/kms/grants.ts";
import throttling from "../../scenarios/kms/throttling.ts";
import secretUnderKey from "../../scenarios/secretsmanager/secret-under-key.ts";
import secureUploads from "../../scenarios/s3/secure-uploads.ts";
import { awsTarget } from "../../targets/aws/awsTarget.ts";
import { findCaller } from "../../targets/aws/caller.ts";
import { pulumiHome } from "../../toolchain/pulumiHome.ts";
import { clientsFor, createUser, rootOf, startTestEmulator, type Emulator } from "../support/emulator.ts";
import { installationMilliseconds, testPulumi, testPulumiCommand } from "../support/pulumi.ts";
import { openGateway, type Gateway } from "../support/gateway.ts";
import { notPassed, runLocally } from "../support/runLocally.ts";
import { brokenScenarios, withoutPolicies } from "./brokenScenarios.ts";

/** `npm run test:lag` carries more of them. */
const scenarios = process.env.KEYLAB_LAG_SEEDS === undefined ? [grants] : [grants, secretUnderKey, secureUploads];

/** Milliseconds. As AWS, but faster: what is late there within minutes is late here within a second. */
const delays = {
  iam: { from: 50, to: 400 },
  keyPolicy: { from: 50, to: 400 },
  grant: { from: 50, to: 400 },
  alias: { from: 50, to: 400 },
};
const patience = { settle: 500, answers: 3, limit: 1_500, eventually: 10_000, pause: 100 };

const roleArn = "arn:aws:iam::000000000000:role/deployer";
const externalId = "workshop";
const everyone = { AWS: "arn:aws:iam::000000000000:root" };
const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: everyone,
      Action: "sts:AssumeRole",
      Condition: { StringEquals: { "sts:ExternalId": externalId } },
    },
  ],
});

/** The embedded AWS, late and with AWS's quotas, stands in for AWS; a gateway before it sees every request. */
describe("the target AWS", function () {
  this.timeout(120_000);
  const ambient = { ...process.env };
  let emulator: Emulator;
  let gateway: Gateway;
  let provider: RunningProvider;
  let folder: string;
  let target: Target;

  before(async function () {
    this.timeout(installationMilliseconds);
    await testPulumi();
    folder = await mkdtemp(join(tmpdir(), "keylab-aws-target-"));
    const passphraseFile = join(folder, "passphrase");
    await writeFile(passphraseFile, "correct horse battery staple", { mode: 0o600 });
    emulator = await startTestEmulator({ lag: { seed: 1, delays }, requestQuotas: true });
    const { iam } = clientsFor(emulator, rootOf());
    await iam.send(new CreateRoleCommand({ RoleName: "deployer", AssumeRolePolicyDocument: trust }));
    const PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess";
    await iam.send(new AttachRolePolicyCommand({ RoleName: "deployer", PolicyArn }));
    const person = await createUser(emulator, "person", [
      { Effect: "Allow", Action: "sts:AssumeRole", Resource: roleArn },
    ]);
    await new Promise((resolve) => setTimeout(resolve, delays.iam.to));
    process.env.AWS_ACCESS_KEY_ID = person.credentials.accessKeyId;
    process.env.AWS_SECRET_ACCESS_KEY = person.credentials.secretAccessKey;
    process.env.AWS_REGION = "us-east-1";
    gateway = await openGateway(emulator.url);
    const caller = await findCaller({ role: { arn: roleArn, externalId }, endpoint: gateway.url });
    expect(caller.arn).to.equal("arn:aws:sts::000000000000:assumed-role/deployer/keylab");
    provider = await startProvider({
      endpoint: gateway.url,
      region: caller.region,
      credentials: await caller.credentials(),
      propagation: patience.limit,
    });
    const engineEnvironment = {
      PULUMI_DEBUG_PROVIDERS: debugProviders(provider.port),
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    };
    const standIn = { endpoint: gateway.url, engineEnvironment };
    target = await awsTarget({ caller, passphraseFile, patience, standIn });
  });

  after(async () => {
    for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION"]) {
      if (ambient[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = ambient[name];
    }
    await provider.stop();
    await gateway.stop();
    await emulator.stop();
    await rm(folder, { recursive: true });
  });

  for (const scenario of scenarios) {
    it(`carries ${scenario.id} as a role session, and nothing is left`, async () => {
      const told = await runLocally([scenario], { options: { target } });
      expect(notPassed(told)).to.deep.equal([]);
      expect(told.ended.map(({ outcome, problems, leftovers }) => ({ outcome, problems, leftovers }))).to.deep.equal([
        { outcome: "passed", problems: [], leftovers: [] },
      ]);
    });
  }

  it("skips what AWS cannot do, and says so", async () => {
    const { ended } = await runLocally([throttling], { options: { target } });
    expect(ended.map(({ outcome, problems }) => [outcome, problems.map(({ message }) => message)])).to.deep.equal([
      ["skipped", ["It needs what aws does not have: request quotas."]],
    ]);
  });

  it("fails where a scenario is wrong", async () => {
    const [broken] = brokenScenarios;
    if (!broken) throw new Error("There is no broken scenario.");
    // Up to the phase in which the mistake shows; after it there would be a wait of real minutes.
    const scenario = { ...broken.scenario, phases: broken.scenario.phases.slice(0, 4) };
    const told = await runLocally([scenario], { options: { target } });
    expect(told.ended.map(({ outcome }) => outcome)).to.deep.equal(["failed"]);
    expect(notPassed(told).map(withoutPolicies)).to.deep.equal(broken.fails);
  });

  it("keeps what was deployed when it is told to, and sweeps it as the same caller", async () => {
    const { lasting } = target;
    if (!lasting) throw new Error("AWS does not outlive the run.");
    const settings = { ...defaultSettings, keep: true };
    const kept = await runLocally([grants], { options: { target, folder, settings } });
    expect(kept.ended.map(({ outcome }) => outcome)).to.deep.equal(["passed"]);
    const find = () => findClaimsOn(lasting, [], { folder, kept: true });
    const claims = await find();
    expect(claims.map(({ claim }) => claim.mark.scenario)).to.deep.equal(["kms/grants"]);
    const pulumi = await testPulumiCommand();
    const tools = { pulumi, pulumiHome: pulumiHome(process.env), lasting, regions: [] };
    const swept = await Promise.all(claims.map(({ claim }) => sweepClaim(claim, tools)));
    expect(swept.map(({ remaining }) => remaining)).to.deep.equal([[]]);
    expect(swept.flatMap(({ removed }) => removed).length).to.be.above(3);
    expect(await find()).to.deep.equal([]);
  });

  it("asks AWS and nothing else: every request is a signed one", () => {
    const unsigned = gateway.seen.filter(
      ({ path, headers }) =>
        !headers.authorization?.startsWith("AWS4-HMAC-SHA256 ") && !path.includes("X-Amz-Signature="),
    );
    expect(unsigned.map(({ path }) => path)).to.deep.equal([]);
    expect(gateway.seen.filter(({ path }) => path.startsWith("/_keylab"))).to.deep.equal([]);
    expect(gateway.seen.length).to.be.above(100);
  });
});
