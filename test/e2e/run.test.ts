import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { CreateUserCommand } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { attemptsOf } from "../../catalogue/attemptsOf.ts";
import { resourcesOf } from "../../catalogue/resourcesOf.ts";
import { readRecord } from "../../catalogue/scenarioRecord.ts";
import { callerArn } from "../../infra/callerArn.ts";
import { EncryptionKey } from "../../infra/encryptionKey.ts";
import { UnprivilegedUser } from "../../infra/unprivilegedUser.ts";
import { CommandLog } from "../../mutations/commandLog.ts";
import { mutateScenario } from "../../mutations/mutateScenario.ts";
import { mutationsOf } from "../../mutations/mutationsOf.ts";
import { Observer } from "../../mutations/observer.ts";
import type { RunEvent } from "../../reporters/events.ts";
import { openRun } from "../../runner/openRun.ts";
import { answer, type Action } from "../../scenarios/contract/action.ts";
import { describeKey } from "../../scenarios/contract/actions/describeKey.ts";
import { can } from "../../scenarios/contract/expectation.ts";
import { administrator } from "../../scenarios/contract/principal.ts";
import { scenario } from "../../scenarios/contract/scenario.ts";
import { scenarios } from "../../scenarios/index.ts";
import transparentEncryption from "../../scenarios/dynamodb/transparent-encryption.ts";
import lockout from "../../scenarios/kms/lockout.ts";
import { localTarget } from "../../targets/localTarget.ts";
import { pulumiHome } from "../../toolchain/pulumiHome.ts";
import { installationMilliseconds, testPulumi } from "../support/pulumi.ts";
import { notPassed, runLocally } from "../support/runLocally.ts";

const description = {
  id: "kms/one-key",
  title: "Make one key",
  lesson: "",
  workshop: "",
  billed: {},
  needs: [],
  limits: [],
  parameters: {},
  principals: { admin: administrator() },
};

/** Makes something that the teardown knows nothing of. */
const createUser: Action = {
  operation: "iam:CreateUser",
  attempt: "CreateUser",
  async perform(_deployed, session) {
    return answer(await session.iam.send(new CreateUserCommand({ UserName: "nobody-deletes-me" })), undefined);
  },
};

/** All files below a folder. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe("a run", function () {
  this.timeout(120_000);

  before(async function () {
    this.timeout(installationMilliseconds);
    await testPulumi();
  });

  it("proves every scenario, schedules the keys' deletion with the window asked for, and leaves nothing", async () => {
    const observers = new Map(scenarios.map(({ id }) => [id, new Observer()]));
    const log = new CommandLog();
    const told = await runLocally(scenarios, {
      options: { target: log.listenTo(localTarget()) },
      hear: (event) => log.note(event),
      witness: ({ id }) => (observers.get(id) ?? new Observer()).witness,
    });
    expect(notPassed(told)).to.deep.equal([]);
    // The value of the secret that one of them deploys.
    expect(JSON.stringify(told.events)).to.not.include("not-a-real-password");
    const endings = told.ended.map(({ scenario: id, outcome, problems, leftovers, pendingKeys }) => ({
      id,
      outcome,
      problems,
      leftovers,
      otherWindows: pendingKeys.map(({ windowInDays }) => windowInDays).filter((days) => days !== 7),
    }));
    const expected = scenarios.map(({ id }) => ({
      id,
      outcome: "passed",
      problems: [],
      leftovers: [],
      otherWindows: [],
    }));
    expect(endings).to.deep.equal(expected);
    for (const scenario of scenarios) {
      const { id } = scenario;
      const deployments = (await observers.get(id)?.deployments()) ?? [];
      const observation = { deployments, attempts: log.firstPhaseOf(id) };
      const { resources, attempts, fates } = readRecord(id);
      const renewal = `npm run record:scenarios ${id}`;
      expect(JSON.parse(JSON.stringify(resourcesOf(deployments))), renewal).to.deep.equal(resources);
      expect(JSON.parse(JSON.stringify(attemptsOf(scenario, observation))), renewal).to.deep.equal(attempts);
      expect(
        mutationsOf(deployments).map(({ name }) => name),
        renewal,
      ).to.deep.equal(fates.map(({ name }) => name));
    }
  }).timeout(240_000);

  it("notices the mistakes in what a scenario deploys, as recorded", async () => {
    const folder = await mkdtemp(join(tmpdir(), "keylab-test-"));
    const { root: pulumiRoot } = await testPulumi();
    const { signal } = new AbortController();
    const place = { target: localTarget(), pulumiRoot, pulumiHome: pulumiHome(process.env), folder, signal };
    try {
      const fates = await mutateScenario(lockout, await openRun(place, () => undefined));
      expect(JSON.parse(JSON.stringify(fates))).to.deep.equal(readRecord(lockout.id).fates);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("keeps the sign-in details in a file for the user alone while the scenario stands, and in no event", async () => {
    const seen: { readonly path: string; readonly mode: number; readonly content: string }[] = [];
    let left: string[] = [];
    let journal = "";
    const reading: Promise<void>[] = [];
    const told = await runLocally([transparentEncryption], {
      hear: (event, _abort, folder) => {
        if (event.type === "phase deployed") reading.push(readCredentials(folder));
        if (event.type === "run ended") reading.push(readWhatIsLeft(folder));
      },
    });
    async function readCredentials(folder: string): Promise<void> {
      for (const path of (await filesBelow(folder)).filter((file) => file.endsWith(".csv"))) {
        seen.push({ path, mode: (await stat(path)).mode & 0o777, content: await readFile(path, "utf8") });
      }
    }
    async function readWhatIsLeft(folder: string): Promise<void> {
      left = await filesBelow(folder);
      journal = (await Promise.all(left.map((path) => readFile(path, "utf8")))).join("");
    }
    await Promise.all(reading);

    const [file] = seen;
    if (file === undefined) throw new Error("No credentials file was there.");
    expect(file.path).to.match(/\/nextwork-kms-user_credentials\.csv$/);
    expect(file.mode).to.equal(0o600);
    const [, row = ""] = file.content.split("\r\n");
    const [userName, password = "", url] = row.split(",");
    expect(userName).to.equal("nextwork-kms-user");
    expect(url).to.equal("https://000000000000.signin.aws.amazon.com/console");
    expect(password).to.have.length.of.at.least(8);
    expect(JSON.stringify(told.events)).to.not.include(password);
    expect(left.map((path) => basename(path))).to.deep.equal(["journal.jsonl"]);
    expect(journal).to.not.include(password);
  });

  it("names what is left behind by its ARN, and fails", async () => {
    const leaving = scenario({
      ...description,
      deploy: ({ name }) => ({ key: new EncryptionKey("key", { alias: name("k"), administrators: [callerArn()] }) }),
      phases: [{ name: "somebody makes a user", expect: [can("admin", createUser)] }],
    });
    const told = await runLocally([leaving]);
    expect(told.ended.map(({ outcome, leftovers }) => ({ outcome, leftovers }))).to.deep.equal([
      { outcome: "failed", leftovers: ["arn:aws:iam::000000000000:user/nobody-deletes-me"] },
    ]);
  });

  it("tears down what a failed deployment has made, and says what AWS said", async () => {
    const nobody = "arn:aws:iam::000000000000:user/nobody";
    const failing = scenario({
      ...description,
      deploy: ({ name }) => ({
        user: new UnprivilegedUser("user", { userName: name("u") }),
        key: new EncryptionKey("key", { alias: name("k"), administrators: [nobody] }),
      }),
      phases: [{ name: "never reached", expect: [can("admin", describeKey("key"))] }],
    });
    const told = await runLocally([failing]);
    expect(told.checked).to.deep.equal([]);
    const [ended] = told.ended;
    expect(ended?.outcome).to.equal("failed");
    expect(ended?.leftovers).to.deep.equal([]);
    const [problem] = ended?.problems ?? [];
    expect([problem?.stage, problem?.phase, problem?.resource]).to.deep.equal([
      "deployment",
      "never reached",
      "aws:kms/key:Key key",
    ]);
    expect(problem?.message).to.include("Policy contains a statement with one or more invalid principals.");
  });

  it("tears down when it is interrupted, and goes no further", async () => {
    const told = await runLocally(scenarios, {
      hear: (event: RunEvent, abort) => {
        if (event.type === "phase deployed") abort();
      },
    });
    expect(told.checked).to.deep.equal([]);
    expect(
      told.ended.map(({ scenario: id, outcome, problems, leftovers }) => [id, outcome, problems, leftovers]),
    ).to.deep.equal([[scenarios[0]?.id, "interrupted", [], []]]);
    const summary = told.events.find((event) => event.type === "run ended")?.summary;
    expect(summary?.interrupted).to.equal(true);
  });
});
