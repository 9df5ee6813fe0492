import {
  AttachUserPolicyCommand,
  CreatePolicyVersionCommand,
  DetachUserPolicyCommand,
  GetUserCommand,
} from "@aws-sdk/client-iam";
import { PutKeyPolicyCommand } from "@aws-sdk/client-kms";
import { expect } from "chai";
import { boundaryArn } from "../../../sandboxes/blueprint/studentBoundary.ts";
import { takeHoldings } from "../../../sandboxes/holdings/holdings.ts";
import { proveIsolation } from "../../../sandboxes/isolation/proveIsolation.ts";
import type { Workplace } from "../../../sandboxes/workplace.ts";
import type { Site } from "../../../sandboxes/places/site.ts";
import { Notes } from "../../../scenarios/contract/notes.ts";
import { Session } from "../../../scenarios/contract/session.ts";
import type { Credentials, TargetSession } from "../../../runner/target.ts";
import { clientsFor, rootOf, startTestEmulator, type Emulator } from "../../support/emulator.ts";
import { accountId, enroll, everything, keyPolicyFor, partition, simpleTable, type Student } from "../enroll.ts";
import { fakeSite } from "../places/fakeSite.ts";

const region = "us-east-1";

describe("the proof of isolation", () => {
  let emulator: Emulator;
  let site: Site;
  let ada: Student;
  let ben: Student;

  beforeEach(async () => {
    emulator = await startTestEmulator();
    site = siteOf(emulator);
    [ada, ben] = [await enroll(emulator, "ada-2345"), await enroll(emulator, "ben-abcd")];
    await clientsFor(emulator).dynamoDb.send(simpleTable("instructors"));
  });

  afterEach(async () => {
    site.administrator.close();
    await emulator.stop();
  });

  async function prove() {
    const orders = [ada, ben].map(({ lease: id, pseudonym }) => ({
      id,
      pseudonym,
      students: [id],
      blueprint: "ready-made" as const,
      joinCode: "",
    }));
    const { ofLeases, ofOthers } = await takeHoldings(site.administrator, orders);
    const inmates = [ada, ben].map(({ lease, credentials }, index) => ({
      order: orders[index] ?? { id: "", pseudonym: "", students: [], blueprint: "ready-made" as const, joinCode: "" },
      site,
      credentials: [{ userName: `${lease}-admin`, ...credentials, password: "", signInUrl: "" }],
    }));
    return proveIsolation(inmates, { ofLeases, othersIn: new Map([[accountId, ofOthers]]) }, site.place);
  }

  it("finds nothing where everybody is kept in, and changes nothing", async () => {
    const before = await clientsFor(emulator).iam.send(new GetUserCommand({ UserName: "ada-2345-admin" }));
    const { attempts, breaks, partners } = await prove();
    expect(breaks).to.deep.equal([]);
    expect(partners).to.equal("everybody");
    expect(attempts).to.be.above(50);
    const after = await clientsFor(emulator).iam.send(new GetUserCommand({ UserName: "ada-2345-admin" }));
    expect(after.User?.PermissionsBoundary).to.deep.equal(before.User?.PermissionsBoundary);
  });

  it("finds a key whose policy lets somebody else in", async () => {
    await ben.clients.kms.send(
      new PutKeyPolicyCommand({
        KeyId: ben.keyArn,
        Policy: keyPolicyFor(ada.arn),
        BypassPolicyLockoutSafetyCheck: true,
      }),
    );
    const { breaks } = await prove();
    expect(new Set(breaks.map(({ who, what, whose }) => `${who} ${what} ${whose ?? ""}`))).to.deep.equal(
      new Set([`ada-2345-admin ${ben.keyArn} ben-abcd`]),
    );
    expect(breaks.map(({ action }) => action).toSorted()).to.deep.equal([
      "kms:CancelKeyDeletion",
      "kms:CreateGrant",
      "kms:Encrypt",
      "kms:GetKeyPolicy",
      "kms:ListGrants",
      "kms:RevokeGrant",
    ]);
  });

  it("finds a boundary with a hole, all that goes through it, and undoes what went through", async () => {
    const PolicyArn = boundaryArn({ partition, accountId, lease: ada.lease });
    const Statement = [{ Effect: "Allow", Action: "*", Resource: "*" }];
    const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
    const { iam } = clientsFor(emulator);
    await iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument, SetAsDefault: true }));
    const { breaks } = await prove();
    const told = new Set(breaks.map(({ action, whose, what }) => `${action} ${whose ?? what}`));
    for (const one of [
      "dynamodb:GetItem ben-abcd",
      "secretsmanager:GetSecretValue ben-abcd",
      "kms:Encrypt ben-abcd",
      "iam:UpdateAccessKey ben-abcd",
      "iam:SetDefaultPolicyVersion ada-2345",
      "dynamodb:UpdateItem table/instructors",
      "iam:CreateUser make a user without the boundary",
      "iam:PutUserPermissionsBoundary lift the own boundary",
      "cloudtrail:LookupEvents read what others have done",
    ]) {
      expect([...told].map((text) => text.replace(/arn:\S+:table\//, "table/"))).to.include(one);
    }
    expect(new Set(breaks.map(({ who }) => who))).to.deep.equal(new Set(["ada-2345-admin"]));
    const { User } = await iam.send(new GetUserCommand({ UserName: "ada-2345-admin" }));
    expect(User?.PermissionsBoundary?.PermissionsBoundaryArn).to.equal(PolicyArn);
    const users = await iam.send(new GetUserCommand({ UserName: "ada-2345-isolation" })).catch(String);
    expect(users).to.match(/NoSuchEntity/);
  });

  it("proves nothing where somebody is denied everything", async () => {
    const { iam } = clientsFor(emulator);
    await iam.send(new DetachUserPolicyCommand({ UserName: "ben-abcd-admin", PolicyArn: everything }));
    const failed = await prove().catch(String);
    expect(failed).to.equal(
      "Error: ben-abcd-admin is denied dynamodb:ListTables, which the boundary allows: nothing is proved by what they are denied.",
    );
    await iam.send(new AttachUserPolicyCommand({ UserName: "ben-abcd-admin", PolicyArn: everything }));
    expect((await prove()).breaks).to.deep.equal([]);
  });
});

/** The root user's, at an embedded AWS. */
function siteOf(emulator: Emulator): Site {
  const clientConfiguration = (credentials: Credentials) => ({
    endpoint: emulator.url,
    region,
    credentials,
    maxAttempts: 1,
  });
  const target: TargetSession = {
    administrator: rootOf(),
    clientConfiguration,
    isExclusive: false,
    patience: { settle: 0, answers: 1, limit: 0, eventually: 0, pause: 10 },
    engine: { environment: {}, secretsProvider: "passphrase" },
    now: async () => new Date(),
    close: async () => undefined,
  };
  const site = fakeSite({ accountId, region });
  const administrator = new Session(clientConfiguration(rootOf()), new Notes());
  const place: Workplace = {
    target,
    pulumiHome: "",
    signal: new AbortController().signal,
    parallel: 2,
    get pulumi(): never {
      throw new Error("Nothing is deployed.");
    },
  };
  return { ...site, administrator, place };
}
