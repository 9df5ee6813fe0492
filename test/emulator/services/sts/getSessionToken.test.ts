import {
  DeleteUserCommand,
  DeleteAccessKeyCommand,
  DeleteUserPolicyCommand,
  ListUsersCommand,
} from "@aws-sdk/client-iam";
import { ListKeysCommand } from "@aws-sdk/client-kms";
import {
  GetAccessKeyInfoCommand,
  GetCallerIdentityCommand,
  GetFederationTokenCommand,
  GetSessionTokenCommand,
  type GetSessionTokenCommandInput,
} from "@aws-sdk/client-sts";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { trust } from "../iam/document.ts";
import { assume, createRole, sessionOf } from "./assuming.ts";
import { clientsOf } from "./clientsOf.ts";

const everything = { Effect: "Allow", Action: "*", Resource: "*" } as const;
const invalidToken = {
  code: "InvalidClientTokenId",
  message: "The security token included in the request is invalid.",
  status: 403,
};
const notWithSession = (name: string) => ({
  code: "AccessDenied",
  message: `Cannot call ${name} with session credentials`,
  status: 403,
});

function getSessionToken({ sts }: Clients, input: GetSessionTokenCommandInput = {}) {
  return sts.send(new GetSessionTokenCommand(input));
}

describe("STS GetSessionToken", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startTestEmulator();
  });
  after(() => emulator.stop());

  it("makes credentials of the same user, with the user's permissions", async () => {
    const user = await createUser(emulator, "Ada", [{ ...everything, Action: "kms:ListKeys" }]);
    const session = clientsOf(emulator, await getSessionToken(user.clients));
    const { Arn, UserId } = await session.sts.send(new GetCallerIdentityCommand({}));
    expect([Arn, UserId]).to.deep.equal([user.arn, user.id]);
    expect((await session.kms.send(new ListKeysCommand({}))).Keys).to.deep.equal([]);
    const other = await createUser(emulator, "Grace");
    const barred = clientsOf(emulator, await getSessionToken(other.clients));
    expect((await refusalOf(barred.kms.send(new ListKeysCommand({})))).message).to.equal(
      `User: ${other.arn} is not authorized to perform: kms:ListKeys on resource: * because no identity-based policy allows the kms:ListKeys action`,
    );
  });

  it("makes credentials that cannot call IAM, and of STS only AssumeRole and GetCallerIdentity", async () => {
    const user = await createUser(emulator, "Limited", [everything]);
    const session = clientsOf(emulator, await getSessionToken(user.clients));
    expect(await refusalOf(session.iam.send(new ListUsersCommand({})))).to.deep.equal(invalidToken);
    const { accessKeyId: AccessKeyId } = user.credentials;
    const refused = {
      GetSessionToken: getSessionToken(session),
      GetFederationToken: session.sts.send(new GetFederationTokenCommand({ Name: "Guest" })),
      GetAccessKeyInfo: session.sts.send(new GetAccessKeyInfoCommand({ AccessKeyId })),
    };
    for (const [name, call] of Object.entries(refused)) {
      expect(await refusalOf(call)).to.deep.equal(notWithSession(name));
    }
    const role = await createRole(emulator, "Open", trust(user.arn));
    expect((await assume(session, role.arn)).AssumedRoleUser?.AssumedRoleId).to.equal(`${role.id}:work`);
    await user.clients.iam.send(new ListUsersCommand({}));
  });

  it("makes credentials of the root user, which cannot call IAM either", async () => {
    const session = clientsOf(emulator, await getSessionToken(clientsFor(emulator)));
    expect((await session.sts.send(new GetCallerIdentityCommand({}))).Arn).to.equal("arn:aws:iam::000000000000:root");
    expect((await session.kms.send(new ListKeysCommand({}))).Keys).to.deep.equal([]);
    expect(await refusalOf(session.iam.send(new ListUsersCommand({})))).to.deep.equal(invalidToken);
  });

  it("is not for sessions of roles", async () => {
    const user = await createUser(emulator, "Chaining");
    const role = await createRole(emulator, "Chaining", trust(user.arn));
    const session = await sessionOf(emulator, user.clients, role.arn);
    expect(await refusalOf(getSessionToken(session))).to.deep.equal(notWithSession("GetSessionToken"));
  });

  const durations: { name: string; root: boolean; asked?: number; lasts: number }[] = [
    { name: "a user's by default", root: false, lasts: 43_200 },
    { name: "a user's longest", root: false, asked: 129_600, lasts: 129_600 },
    { name: "a user's shortest", root: false, asked: 900, lasts: 900 },
    { name: "the root user's by default", root: true, lasts: 3600 },
    { name: "the root user's, asked for longer", root: true, asked: 7200, lasts: 3600 },
    { name: "the root user's, asked for shorter", root: true, asked: 900, lasts: 900 },
  ];
  for (const [index, { name, root, asked, lasts }] of durations.entries()) {
    it(`makes credentials that last ${lasts} seconds: ${name}`, async () => {
      const caller = root ? clientsFor(emulator) : (await createUser(emulator, `Timed-${index}`)).clients;
      const { Credentials } = await getSessionToken(caller, { DurationSeconds: asked });
      expect(((Credentials?.Expiration?.getTime() ?? 0) - Date.now()) / 1000).to.be.within(lasts - 5, lasts);
    });
  }

  for (const [DurationSeconds, bound] of [
    [899, "greater than or equal to 900"],
    [129_601, "less than or equal to 129600"],
  ] as const) {
    it(`refuses ${DurationSeconds} seconds`, async () => {
      const { clients } = await createUser(emulator, `Bounds-${DurationSeconds}`);
      expect(await refusalOf(getSessionToken(clients, { DurationSeconds }))).to.deep.equal({
        code: "ValidationError",
        message: `1 validation error detected: Value '${DurationSeconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value ${bound}`,
        status: 400,
      });
    });
  }

  it("refuses an MFA device that nobody has", async () => {
    const { clients } = await createUser(emulator, "Device");
    const device = { SerialNumber: "GAHT12345678", TokenCode: "123456" };
    expect(await refusalOf(getSessionToken(clients, device))).to.deep.equal({
      code: "AccessDenied",
      message:
        "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.",
      status: 403,
    });
  });

  it("makes credentials that end with the user", async () => {
    const user = await createUser(emulator, "Leaving", [everything]);
    const session = clientsOf(emulator, await getSessionToken(user.clients));
    const { iam } = clientsFor(emulator);
    await iam.send(new DeleteUserPolicyCommand({ UserName: user.name, PolicyName: "test" }));
    const { accessKeyId: AccessKeyId } = user.credentials;
    await iam.send(new DeleteAccessKeyCommand({ UserName: user.name, AccessKeyId }));
    expect((await session.sts.send(new GetCallerIdentityCommand({}))).Arn).to.equal(user.arn);
    await iam.send(new DeleteUserCommand({ UserName: user.name }));
    await createUser(emulator, "Leaving");
    expect(await refusalOf(session.sts.send(new GetCallerIdentityCommand({})))).to.deep.equal(invalidToken);
  });

  it("makes credentials whose calls are audited as the user's, with the session", async () => {
    const user = await createUser(emulator, "Audited");
    const answer = await getSessionToken(user.clients);
    const [made] = emulator.instance.audit.eventsOf("000000000000").slice(-1);
    expect(made?.eventName).to.equal("GetSessionToken");
    expect(JSON.stringify(made)).not.to.contain(answer.Credentials?.SecretAccessKey);
    await clientsOf(emulator, answer).sts.send(new GetCallerIdentityCommand({}));
    const [event] = emulator.instance.audit.eventsOf("000000000000").slice(-1);
    expect(event?.userIdentity).to.deep.nested.include({
      type: "IAMUser",
      userName: "Audited",
      accessKeyId: answer.Credentials?.AccessKeyId,
      "sessionContext.attributes.mfaAuthenticated": "false",
    });
  });
});
