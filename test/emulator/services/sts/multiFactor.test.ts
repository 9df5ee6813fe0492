import { DeactivateMFADeviceCommand, ListUsersCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { ListKeysCommand } from "@aws-sdk/client-kms";
import { GetCallerIdentityCommand, GetSessionTokenCommand } from "@aws-sdk/client-sts";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
  type TestStatement,
  type TestUser,
} from "../../../support/emulator.ts";
import { enableAuthenticator, type Authenticator } from "../iam/authenticator.ts";
import { document, trust } from "../iam/document.ts";
import { assume, createRole, sessionOf } from "./assuming.ts";
import { clientsOf } from "./clientsOf.ts";

const everything = { Effect: "Allow", Action: "*", Resource: "*" } as const;
const proved = { Bool: { "aws:MultiFactorAuthPresent": "true" } };
const lately = { NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } };

const failed = (reason: string) => ({
  code: "AccessDenied",
  message: `MultiFactorAuthentication failed${reason}`,
  status: 403,
});
const wrongCode = failed(" with invalid MFA one time pass code. ");
const notTheirs = failed(
  ", unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.",
);
const half = failed(", must provide both MFA serial number and one time pass code.");

type Proof = Partial<ReturnType<Authenticator["proof"]>>;

describe("An MFA device", () => {
  let emulator: Emulator;
  let root: Clients;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    root = clientsFor(emulator);
  });
  afterEach(() => emulator.stop());

  const tokenOf = ({ clients }: TestUser, proof: Proof) => clients.sts.send(new GetSessionTokenCommand(proof));
  const userWithDevice = async (name: string, ...statements: TestStatement[]) => {
    const user = await createUser(emulator, name, statements);
    return { user, device: await enableAuthenticator(root, name) };
  };
  /** A role whose trust policy lets a user in under a condition. */
  const roleFor = (user: TestUser, Condition: object) =>
    createRole(
      emulator,
      `For-${user.name}`,
      document({ Effect: "Allow", Principal: { AWS: user.arn }, Action: "sts:AssumeRole", Condition }),
    );
  const allow = (RoleName: string, Condition: object) =>
    root.iam.send(
      new PutRolePolicyCommand({ RoleName, PolicyName: "p", PolicyDocument: document({ ...everything, Condition }) }),
    );
  const listKeys = ({ kms }: Clients) => kms.send(new ListKeysCommand({}));
  const lastEvent = () => emulator.instance.audit.eventsOf("000000000000").at(-1);

  describe("that a user proves to GetSessionToken", () => {
    it("opens IAM, and what policies allow with MFA alone", async () => {
      const { user, device } = await userWithDevice("Ada", { ...everything, Condition: proved });
      expect((await refusalOf(listKeys(user.clients))).status).to.equal(400);
      expect((await refusalOf(listKeys(clientsOf(emulator, await tokenOf(user, {}))))).status).to.equal(400);
      const session = clientsOf(emulator, await tokenOf(user, device.proof()));
      expect((await listKeys(session)).Keys).to.deep.equal([]);
      expect((await session.iam.send(new ListUsersCommand({}))).Users?.length).to.equal(1);
    });

    it("counts as long as policies say, by the instance's time", async () => {
      const { user, device } = await userWithDevice("Ada", { ...everything, Condition: lately });
      expect((await refusalOf(listKeys(clientsOf(emulator, await tokenOf(user, {}))))).status).to.equal(400);
      const session = clientsOf(emulator, await tokenOf(user, device.proof()));
      emulator.instance.clock.advance(3_500_000);
      expect((await listKeys(session)).Keys).to.deep.equal([]);
      emulator.instance.clock.advance(100_000);
      expect((await refusalOf(listKeys(session))).status).to.equal(400);
    });

    it("is audited, and so is what the session does", async () => {
      const { user, device } = await userWithDevice("Ada");
      const session = clientsOf(emulator, await tokenOf(user, device.proof()));
      expect(lastEvent()?.requestParameters).to.include({ serialNumber: device.serialNumber });
      await session.sts.send(new GetCallerIdentityCommand({}));
      expect(lastEvent()?.userIdentity).to.have.nested.property("sessionContext.attributes.mfaAuthenticated", "true");
    });
  });

  describe("that a user proves to AssumeRole", () => {
    it("opens roles whose trust policy asks for MFA", async () => {
      const { user, device } = await userWithDevice("Ada");
      const role = await roleFor(user, { ...proved, ...lately });
      expect((await refusalOf(assume(user.clients, role.arn))).message).to.equal(
        `User: ${user.arn} is not authorized to perform: sts:AssumeRole on resource: ${role.arn}`,
      );
      expect((await assume(user.clients, role.arn, device.proof())).AssumedRoleUser?.AssumedRoleId).to.equal(
        `${role.id}:work`,
      );
    });

    it("does not count in the session's own requests", async () => {
      const { user, device } = await userWithDevice("Ada");
      const role = await roleFor(user, proved);
      await allow("For-Ada", { BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } });
      const session = await sessionOf(emulator, user.clients, role.arn, device.proof());
      expect((await refusalOf(listKeys(session))).status).to.equal(400);
      expect(lastEvent()?.userIdentity).to.have.nested.property("sessionContext.attributes.mfaAuthenticated", "false");
      await allow("For-Ada", { Bool: { "aws:MultiFactorAuthPresent": "false" } });
      expect((await listKeys(session)).Keys).to.deep.equal([]);
    });

    it("counts in the session's requests if it was proved to GetSessionToken before, but in no further session", async () => {
      const { user, device } = await userWithDevice("Ada");
      const role = await roleFor(user, proved);
      await allow("For-Ada", { ...proved, ...lately });
      const session = await sessionOf(emulator, clientsOf(emulator, await tokenOf(user, device.proof())), role.arn);
      expect((await listKeys(session)).Keys).to.deep.equal([]);
      expect(lastEvent()?.userIdentity).to.have.nested.property("sessionContext.attributes.mfaAuthenticated", "true");
      const next = await createRole(emulator, "Next", trust(role.arn));
      await allow("Next", proved);
      const further = await sessionOf(emulator, session, next.arn);
      expect((await refusalOf(listKeys(further))).status).to.equal(400);
      expect(lastEvent()?.userIdentity).to.have.nested.property("sessionContext.attributes.mfaAuthenticated", "false");
    });

    it("keeps its code for later where the trust policy refuses", async () => {
      const { user, device } = await userWithDevice("Ada");
      const proof = device.proof();
      const closed = await createRole(emulator, "Closed", trust("111111111111"));
      expect((await refusalOf(assume(user.clients, closed.arn, proof))).message).to.equal(
        `User: ${user.arn} is not authorized to perform: sts:AssumeRole on resource: ${closed.arn}`,
      );
      await tokenOf(user, proof);
    });

    it("is no role session's", async () => {
      const { user, device } = await userWithDevice("Ada");
      const role = await createRole(emulator, "First", trust(user.arn));
      const session = await sessionOf(emulator, user.clients, role.arn);
      expect(await refusalOf(assume(session, role.arn, device.proof()))).to.deep.equal(notTheirs);
    });
  });

  describe("is refused by both", () => {
    const cases: { name: string; proof: (device: Authenticator) => Proof | Promise<Proof>; refused: object }[] = [
      { name: "with the code of another device", proof: foreignCode, refused: wrongCode },
      { name: "with a code that is long past", proof: (device) => device.proof(-3), refused: wrongCode },
      { name: "with a code that is still to come", proof: (device) => device.proof(4), refused: wrongCode },
      { name: "without a code", proof: ({ serialNumber }) => ({ SerialNumber: serialNumber }), refused: half },
      {
        name: "that a code does not name",
        proof: (device) => ({ TokenCode: device.proof().TokenCode }),
        refused: half,
      },
      {
        name: "that does not exist",
        proof: (device) => ({ ...device.proof(), SerialNumber: `${device.serialNumber}2` }),
        refused: notTheirs,
      },
      {
        name: "that is somebody else's",
        proof: async () => {
          await createUser(emulator, "Grace");
          return (await enableAuthenticator(root, "Grace")).proof();
        },
        refused: notTheirs,
      },
      {
        name: "that was taken from the user",
        proof: async (device) => {
          const SerialNumber = device.serialNumber;
          await root.iam.send(new DeactivateMFADeviceCommand({ UserName: "Ada", SerialNumber }));
          return device.proof();
        },
        refused: notTheirs,
      },
    ];
    for (const { name, proof, refused } of cases) {
      it(name, async () => {
        const { user, device } = await userWithDevice("Ada", everything);
        const role = await createRole(emulator, "Open", trust(user.arn));
        const stated = await proof(device);
        expect(await refusalOf(tokenOf(user, stated))).to.deep.equal(refused);
        expect(await refusalOf(assume(user.clients, role.arn, stated))).to.deep.equal(refused);
      });
    }

    async function foreignCode(device: Authenticator): Promise<Proof> {
      const other = await enableAuthenticator(root, "Ada", "other");
      return { ...device.proof(), TokenCode: other.proof().TokenCode };
    }
  });

  it("is refused to the root user", async () => {
    const { device } = await userWithDevice("Ada");
    const refused = root.sts.send(new GetSessionTokenCommand(device.proof()));
    expect(await refusalOf(refused)).to.deep.equal(notTheirs);
  });

  it("proves itself once with each code, whichever operation it was shown to", async () => {
    const { user, device } = await userWithDevice("Ada");
    const role = await createRole(emulator, "Open", trust(user.arn));
    const [first, second] = [device.proof(), device.proof(1)];
    await tokenOf(user, first);
    expect(await refusalOf(tokenOf(user, first))).to.deep.equal(wrongCode);
    expect(await refusalOf(assume(user.clients, role.arn, first))).to.deep.equal(wrongCode);
    await assume(user.clients, role.arn, second);
    expect(await refusalOf(assume(user.clients, role.arn, second))).to.deep.equal(wrongCode);
    expect(await refusalOf(tokenOf(user, second))).to.deep.equal(wrongCode);
  });

  it("proves itself to one of several requests that show a code at the same time", async () => {
    const { user, device } = await userWithDevice("Ada");
    const role = await createRole(emulator, "Open", trust(user.arn));
    const proof = device.proof();
    const answers = await Promise.allSettled([1, 2, 3].map(() => assume(user.clients, role.arn, proof)));
    expect(answers.map(({ status }) => status).sort()).to.deep.equal(["fulfilled", "rejected", "rejected"]);
  });

  it("shows the time of the wall clock, wherever the instance's is", async () => {
    emulator.instance.clock.advance(86_400_000);
    const { user, device } = await userWithDevice("Ada");
    expect((await tokenOf(user, device.proof())).Credentials?.AccessKeyId).to.match(/^ASIA/);
  });
});
