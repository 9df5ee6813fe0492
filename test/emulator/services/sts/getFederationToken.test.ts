import { CreatePolicyCommand, ListUsersCommand, TagUserCommand } from "@aws-sdk/client-iam";
import { CreateKeyCommand, ListKeysCommand, GetKeyPolicyCommand } from "@aws-sdk/client-kms";
import {
  GetCallerIdentityCommand,
  GetFederationTokenCommand,
  type GetFederationTokenCommandInput,
} from "@aws-sdk/client-sts";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
  type TestStatement,
} from "../../../support/emulator.ts";
import { allow, document, documentOfSize, trust } from "../iam/document.ts";
import { assume, createRole, sessionOf } from "./assuming.ts";
import { clientsOf } from "./clientsOf.ts";

const account = "000000000000";
const guestArn = `arn:aws:sts::${account}:federated-user/Guest`;
const may = (...Action: readonly string[]): TestStatement => ({ Effect: "Allow", Action, Resource: "*" });
const federation = may("sts:GetFederationToken", "sts:TagSession", "kms:ListKeys");

function federate({ sts }: Clients, rest: Partial<GetFederationTokenCommandInput> = {}) {
  return sts.send(new GetFederationTokenCommand({ Name: "Guest", ...rest }));
}

describe("STS GetFederationToken", () => {
  let emulator: Emulator;
  let user: Clients;
  before(async () => {
    emulator = await startTestEmulator();
    user = (await createUser(emulator, "Ada", [federation])).clients;
    await clientsFor(emulator).iam.send(
      new CreatePolicyCommand({ PolicyName: "Lists", PolicyDocument: allow("kms:ListKeys") }),
    );
  });
  after(() => emulator.stop());

  it("makes credentials of a federated user", async () => {
    const answer = await federate(user);
    expect(answer.FederatedUser).to.deep.equal({ FederatedUserId: `${account}:Guest`, Arn: guestArn });
    const { Arn, UserId, Account } = await clientsOf(emulator, answer).sts.send(new GetCallerIdentityCommand({}));
    expect({ Arn, UserId, Account }).to.deep.equal({ Arn: guestArn, UserId: `${account}:Guest`, Account: account });
  });

  const denied = (because: string) =>
    `User: ${guestArn} is not authorized to perform: kms:ListKeys on resource: * ${because}`;
  const silent = denied("because no session policy allows the kms:ListKeys action");
  const permissions: { name: string; input: Partial<GetFederationTokenCommandInput>; refused?: string }[] = [
    { name: "nothing without a session policy", input: {}, refused: silent },
    { name: "what user and session policy allow", input: { Policy: allow("kms:*") } },
    {
      name: "what user and a managed session policy allow",
      input: { PolicyArns: [{ arn: `arn:aws:iam::${account}:policy/Lists` }] },
    },
    { name: "not what the session policy leaves out", input: { Policy: allow("kms:Encrypt") }, refused: silent },
    {
      name: "not what the session policy denies",
      input: { Policy: document(may("kms:*"), { ...may("kms:*"), Effect: "Deny" }) },
      refused: denied("with an explicit deny in a session policy"),
    },
  ];
  for (const { name, input, refused } of permissions) {
    it(`allows ${name}`, async () => {
      const call = clientsOf(emulator, await federate(user, input)).kms.send(new ListKeysCommand({}));
      if (refused === undefined) expect((await call).Truncated).to.equal(false);
      else expect((await refusalOf(call)).message).to.equal(refused);
    });
  }

  it("allows nothing that the user lacks", async () => {
    const { clients } = await createUser(emulator, "Poor", [may("sts:GetFederationToken")]);
    const guest = clientsOf(emulator, await federate(clients, { Policy: allow("kms:*") }));
    expect((await refusalOf(guest.kms.send(new ListKeysCommand({})))).message).to.equal(
      denied("because no identity-based policy allows the kms:ListKeys action"),
    );
  });

  it("allows whom the root user federated what the session policy allows", async () => {
    const root = clientsFor(emulator);
    const guest = clientsOf(emulator, await federate(root, { Policy: allow("kms:ListKeys") }));
    await guest.kms.send(new ListKeysCommand({}));
    const poor = clientsOf(emulator, await federate(root));
    expect((await refusalOf(poor.kms.send(new ListKeysCommand({})))).message).to.equal(silent);
  });

  it("allows what a key policy grants by name, without any session policy", async () => {
    const root = clientsFor(emulator);
    const keyFor = async (name: string) => {
      const Principal = { AWS: `arn:aws:sts::${account}:federated-user/${name}` };
      const Policy = document(
        { ...may("kms:*"), Principal: { AWS: account } },
        { ...may("kms:GetKeyPolicy"), Principal },
      );
      return (await root.kms.send(new CreateKeyCommand({ Policy }))).KeyMetadata?.Arn ?? "";
    };
    const [own, others] = [await keyFor("Guest"), await keyFor("Somebody")];
    const guest = clientsOf(emulator, await federate(user));
    await guest.kms.send(new GetKeyPolicyCommand({ KeyId: own }));
    expect((await refusalOf(guest.kms.send(new GetKeyPolicyCommand({ KeyId: others })))).message).to.equal(
      `User: ${guestArn} is not authorized to perform: kms:GetKeyPolicy on resource: ${others} because no identity-based policy allows the kms:GetKeyPolicy action`,
    );
  });

  it("makes credentials that cannot call IAM, and of STS only GetCallerIdentity", async () => {
    const { clients, arn } = await createUser(emulator, "Mighty", [may("*")]);
    const guest = clientsOf(emulator, await federate(clients, { Policy: allow("*") }));
    expect((await refusalOf(guest.iam.send(new ListUsersCommand({})))).code).to.equal("InvalidClientTokenId");
    const role = await createRole(emulator, "Closed", trust(arn, account));
    expect(await refusalOf(assume(guest, role.arn))).to.deep.equal({
      code: "AccessDenied",
      message: "Cannot call AssumeRole with session credentials",
      status: 403,
    });
    expect((await refusalOf(federate(guest))).message).to.equal(
      "Cannot call GetFederationToken with session credentials",
    );
    await guest.kms.send(new ListKeysCommand({}));
  });

  it("is not for sessions of roles, and needs permission", async () => {
    const stranger = await createUser(emulator, "Stranger");
    const role = await createRole(emulator, "Chaining", trust(stranger.arn));
    const session = await sessionOf(emulator, stranger.clients, role.arn);
    expect((await refusalOf(federate(session))).message).to.equal(
      "Cannot call GetFederationToken with session credentials",
    );
    expect(await refusalOf(federate(stranger.clients))).to.deep.equal({
      code: "AccessDenied",
      message: `User: ${stranger.arn} is not authorized to perform: sts:GetFederationToken on resource: ${guestArn}`,
      status: 403,
    });
  });

  it("needs sts:TagSession for tags, which are the federated user's with those of the user", async () => {
    const tags = { Tags: [{ Key: "Team", Value: "red" }] };
    const plain = await createUser(emulator, "Untagged", [may("sts:GetFederationToken")]);
    expect((await refusalOf(federate(plain.clients, tags))).message).to.equal(
      `User: ${plain.arn} is not authorized to perform: sts:TagSession on resource: ${guestArn}`,
    );
    const tagged = await createUser(emulator, "Tagged", [federation]);
    const own = [
      { Key: "team", Value: "blue" },
      { Key: "floor", Value: "2" },
    ];
    await clientsFor(emulator).iam.send(new TagUserCommand({ UserName: "Tagged", Tags: own }));
    const onlyFor = (team: string) =>
      document({
        ...may("kms:ListKeys"),
        Condition: { StringEquals: { "aws:PrincipalTag/team": team, "aws:PrincipalTag/floor": "2" } },
      });
    const mayList = async (input: Partial<GetFederationTokenCommandInput>) =>
      clientsOf(emulator, await federate(tagged.clients, input))
        .kms.send(new ListKeysCommand({}))
        .then(
          () => true,
          () => false,
        );
    expect(await mayList({ Policy: onlyFor("blue") })).to.equal(true);
    expect(await mayList({ ...tags, Policy: onlyFor("red") })).to.equal(true);
    expect(await mayList({ ...tags, Policy: onlyFor("blue") })).to.equal(false);
  });

  it("says how much of the space is used, and refuses too much", async () => {
    expect(await federate(user)).not.to.have.property("PackedPolicySize");
    const half = { Policy: documentOfSize(1024).replaceAll(" ", "") };
    expect(await federate(user, half)).to.have.property("PackedPolicySize", 50);
    const Tags = Array.from({ length: 10 }, (_, index) => ({ Key: `key-${index}`, Value: "v".repeat(256) }));
    expect(await refusalOf(federate(user, { Tags }))).to.deep.equal({
      code: "PackedPolicyTooLargeException",
      message: "Packed size of session tags consumes 128% of allotted space.",
      status: 400,
    });
  });

  const durations: { name: string; root: boolean; asked?: number; lasts: number }[] = [
    { name: "a user's by default", root: false, lasts: 43_200 },
    { name: "a user's longest", root: false, asked: 129_600, lasts: 129_600 },
    { name: "the root user's by default", root: true, lasts: 3600 },
    { name: "the root user's, asked for longer", root: true, asked: 43_200, lasts: 3600 },
  ];
  for (const { name, root, asked, lasts } of durations) {
    it(`makes credentials that last ${lasts} seconds: ${name}`, async () => {
      const { Credentials } = await federate(root ? clientsFor(emulator) : user, { DurationSeconds: asked });
      expect(((Credentials?.Expiration?.getTime() ?? 0) - Date.now()) / 1000).to.be.within(lasts - 5, lasts);
    });
  }

  it("is audited, and so are the calls of the federated user, with whoever federated them", async () => {
    const ada = await createUser(emulator, "Audited", [federation]);
    const answer = await federate(ada.clients);
    const [made] = emulator.instance.audit.eventsOf(account).slice(-1);
    expect(made?.responseElements).to.deep.nested.include({
      "credentials.accessKeyId": answer.Credentials?.AccessKeyId,
      federatedUser: { federatedUserId: `${account}:Guest`, arn: guestArn },
    });
    expect(JSON.stringify(made)).not.to.contain(answer.Credentials?.SecretAccessKey);
    await clientsOf(emulator, answer).sts.send(new GetCallerIdentityCommand({}));
    const [event] = emulator.instance.audit.eventsOf(account).slice(-1);
    expect(event?.userIdentity).to.deep.nested.include({
      type: "FederatedUser",
      principalId: `${account}:Guest`,
      arn: guestArn,
      accessKeyId: answer.Credentials?.AccessKeyId,
      "sessionContext.sessionIssuer": {
        type: "IAMUser",
        principalId: ada.id,
        arn: ada.arn,
        accountId: account,
        userName: "Audited",
      },
      "sessionContext.attributes.mfaAuthenticated": "false",
    });
  });
});
