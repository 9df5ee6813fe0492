import { PutUserPolicyCommand, UpdateAssumeRolePolicyCommand, UpdateUserCommand } from "@aws-sdk/client-iam";
import { GetCallerIdentityCommand, type AssumeRoleCommandInput } from "@aws-sdk/client-sts";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { document, trust } from "../iam/document.ts";
import { assume, createRole, sessionOf } from "./assuming.ts";

const account = "arn:aws:iam::000000000000";
const strangers = "111111111111";
const everyone = document({ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" });
const mayAssume = { Effect: "Allow" as const, Action: "sts:AssumeRole", Resource: "*" };

const denied = (caller: string, roleArn: string) => ({
  code: "AccessDenied",
  message: `User: ${caller} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
  status: 403,
});

describe("STS AssumeRole", () => {
  let emulator: Emulator;
  let iam: Clients["iam"];
  before(async () => {
    emulator = await startTestEmulator();
    ({ iam } = clientsFor(emulator));
  });
  after(() => emulator.stop());

  describe("asks the role's trust policy", () => {
    const trustCases: { name: string; trustPolicy: (user: string) => string; mayAsk: boolean; succeeds: boolean }[] = [
      { name: "that names the user", trustPolicy: (user) => trust(user), mayAsk: false, succeeds: true },
      { name: "that names everyone", trustPolicy: () => everyone, mayAsk: false, succeeds: true },
      {
        name: "that names the account, for a user whose own policies allow it",
        trustPolicy: () => trust(`${account}:root`),
        mayAsk: true,
        succeeds: true,
      },
      {
        name: "that names the account, for a user whose own policies do not",
        trustPolicy: () => trust("000000000000"),
        mayAsk: false,
        succeeds: false,
      },
      {
        name: "that names another account",
        trustPolicy: () => trust(strangers),
        mayAsk: true,
        succeeds: false,
      },
      {
        name: "that names a service",
        trustPolicy: () =>
          document({ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }),
        mayAsk: true,
        succeeds: false,
      },
      {
        name: "that allows another action",
        trustPolicy: (user) => document({ Effect: "Allow", Principal: { AWS: user }, Action: "sts:TagSession" }),
        mayAsk: true,
        succeeds: false,
      },
    ];
    for (const [index, { name, trustPolicy, mayAsk, succeeds }] of trustCases.entries()) {
      it(`${name}: ${succeeds ? "allowed" : "denied"}`, async () => {
        const user = await createUser(emulator, `Asking-${index}`, mayAsk ? [mayAssume] : []);
        const role = await createRole(emulator, `Asked-${index}`, trustPolicy(user.arn));
        if (succeeds) {
          expect((await assume(user.clients, role.arn)).AssumedRoleUser?.AssumedRoleId).to.equal(`${role.id}:work`);
        } else {
          expect(await refusalOf(assume(user.clients, role.arn))).to.deep.equal(denied(user.arn, role.arn));
        }
      });
    }

    it("anew at each call, but not for sessions that have begun", async () => {
      const user = await createUser(emulator, "Later");
      const role = await createRole(emulator, "Later", trust(user.arn));
      const session = await sessionOf(emulator, user.clients, role.arn);
      const nobody = trust(strangers);
      await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: "Later", PolicyDocument: nobody }));
      expect(await refusalOf(assume(user.clients, role.arn))).to.deep.equal(denied(user.arn, role.arn));
      expect((await session.sts.send(new GetCallerIdentityCommand({}))).Account).to.equal("000000000000");
    });

    it("whose Deny wins over its Allow", async () => {
      const user = await createUser(emulator, "Barred", [mayAssume]);
      const principal = { Principal: { AWS: user.arn }, Action: "sts:AssumeRole" };
      const role = await createRole(
        emulator,
        "Barring",
        document({ Effect: "Allow", ...principal }, { Effect: "Deny", ...principal }),
      );
      expect((await refusalOf(assume(user.clients, role.arn))).message).to.equal(
        `User: ${user.arn} is not authorized to perform: sts:AssumeRole on resource: ${role.arn} with an explicit deny in the role trust policy`,
      );
    });

    it("for the external id and the session's name", async () => {
      const user = await createUser(emulator, "Guest");
      const role = await createRole(
        emulator,
        "Hosting",
        document({
          Effect: "Allow",
          Principal: { AWS: user.arn },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "sts:ExternalId": "secret" }, StringLike: { "sts:RoleSessionName": "w*" } },
        }),
      );
      await assume(user.clients, role.arn, { ExternalId: "secret" });
      for (const rest of [{}, { ExternalId: "Secret" }, { ExternalId: "secret", RoleSessionName: "other" }]) {
        expect(await refusalOf(assume(user.clients, role.arn, rest))).to.deep.equal(denied(user.arn, role.arn));
      }
    });

    it("which knows a user by the unique id: a namesake is not let in", async () => {
      const user = await createUser(emulator, "Named");
      const role = await createRole(emulator, "Naming", trust(user.arn));
      await iam.send(new UpdateUserCommand({ UserName: "Named", NewUserName: "Renamed" }));
      const namesake = await createUser(emulator, "Named");
      expect(await refusalOf(assume(namesake.clients, role.arn))).to.deep.equal(denied(namesake.arn, role.arn));
      expect((await assume(user.clients, role.arn)).AssumedRoleUser?.AssumedRoleId).to.equal(`${role.id}:work`);
    });
  });

  it("is denied by the caller's own Deny, with its reason", async () => {
    const user = await createUser(emulator, "Denied", [{ ...mayAssume, Effect: "Deny" }]);
    const role = await createRole(emulator, "Trusting", trust(user.arn));
    expect((await refusalOf(assume(user.clients, role.arn))).message).to.equal(
      `User: ${user.arn} is not authorized to perform: sts:AssumeRole on resource: ${role.arn} with an explicit deny in an identity-based policy`,
    );
  });

  it("does not tell a role that does not exist from one that does not trust", async () => {
    const user = await createUser(emulator, "Probe", [mayAssume]);
    for (const arn of [`${account}:role/Nobody`, "arn:aws:iam::999999999999:role/Nobody"]) {
      expect(await refusalOf(assume(user.clients, arn))).to.deep.equal(denied(user.arn, arn));
    }
    expect(emulator.instance.findAccount("999999999999")).to.equal(undefined);
  });

  it("needs the role's path in its ARN", async () => {
    const user = await createUser(emulator, "Pathfinder", [mayAssume]);
    await createRole(emulator, "Pathed", trust(user.arn));
    const arn = `${account}:role/Pathed`;
    expect(await refusalOf(assume(user.clients, arn))).to.deep.equal(denied(user.arn, arn));
  });

  it("is not for root", async () => {
    const role = await createRole(emulator, "Rootless", everyone);
    expect(await refusalOf(assume(clientsFor(emulator), role.arn))).to.deep.equal({
      code: "AccessDenied",
      message: "Roles may not be assumed by root accounts.",
      status: 403,
    });
  });

  it("crosses accounts where both sides allow it", async () => {
    const stranger = await createUser(emulator, "Stranger", [], strangers);
    const role = await createRole(emulator, "Bridge", trust(stranger.arn));
    const attempt = () => assume(stranger.clients, role.arn);
    expect(await refusalOf(attempt())).to.deep.equal(denied(stranger.arn, role.arn));
    const PolicyDocument = document(mayAssume);
    await clientsFor(emulator, rootOf(strangers)).iam.send(
      new PutUserPolicyCommand({ UserName: "Stranger", PolicyName: "p", PolicyDocument }),
    );
    await attempt();
    const session = await sessionOf(emulator, stranger.clients, role.arn);
    expect((await session.sts.send(new GetCallerIdentityCommand({}))).Account).to.equal("000000000000");
    await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: "Bridge", PolicyDocument: trust("000000000000") }));
    expect(await refusalOf(attempt())).to.deep.equal(denied(stranger.arn, role.arn));
  });

  describe("refuses", () => {
    const validation = (message: string) => ({ code: "ValidationError", message, status: 400 });
    const notCarried = (name: string) =>
      validation(`The embedded AWS does not carry the parameter '${name}' of sts:AssumeRole yet.`);
    const cases: { name: string; input: Partial<AssumeRoleCommandInput>; refused: object }[] = [
      {
        name: "an ARN that is no role's",
        input: { RoleArn: `${account}:user/Somebody` },
        refused: validation(`${account}:user/Somebody is invalid`),
      },
      {
        name: "a session name with a space",
        input: { RoleSessionName: "a b" },
        refused: validation(
          "1 validation error detected: Value 'a b' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*",
        ),
      },
      {
        name: "a session name of one letter",
        input: { RoleSessionName: "a" },
        refused: validation(
          "1 validation error detected: Value 'a' at 'roleSessionName' failed to satisfy constraint: Member must have length greater than or equal to 2",
        ),
      },
      {
        name: "the context of an identity center",
        input: { ProvidedContexts: [{ ProviderArn: `${account}:x`, ContextAssertion: "assertion" }] },
        refused: notCarried("ProvidedContexts"),
      },
    ];
    for (const { name, input, refused } of cases) {
      it(name, async () => {
        const { clients } = await createUser(emulator, `Refused-${name.replaceAll(" ", "-").replaceAll("'", "")}`);
        expect(await refusalOf(assume(clients, `${account}:role/Nobody`, input))).to.deep.equal(refused);
      });
    }
  });

  it("is audited with the session's key and token, and without its secret", async () => {
    const user = await createUser(emulator, "Audited");
    const role = await createRole(emulator, "Audited", trust(user.arn));
    const { Credentials, AssumedRoleUser } = await assume(user.clients, role.arn);
    const event = emulator.instance.audit
      .eventsOf("000000000000")
      .findLast(({ eventName }) => eventName === "AssumeRole");
    expect(event?.requestParameters).to.deep.equal({ roleArn: role.arn, roleSessionName: "work" });
    expect(event?.responseElements).to.deep.equal({
      credentials: {
        accessKeyId: Credentials?.AccessKeyId,
        sessionToken: Credentials?.SessionToken,
        expiration: Credentials?.Expiration?.toISOString(),
      },
      assumedRoleUser: { assumedRoleId: AssumedRoleUser?.AssumedRoleId, arn: AssumedRoleUser?.Arn },
    });
    expect(event?.resources).to.deep.equal([{ accountId: "000000000000", type: "AWS::IAM::Role", ARN: role.arn }]);
    expect(JSON.stringify(event)).not.to.contain(Credentials?.SecretAccessKey);
  });

  it("keeps the layer that decided", async () => {
    const user = await createUser(emulator, "Decided");
    const role = await createRole(emulator, "Decided", trust(strangers));
    await refusalOf(assume(user.clients, role.arn));
    const event = emulator.instance.audit.eventsOf("000000000000").at(-1);
    expect([event?.eventName, event?.errorCode]).to.deep.equal(["AssumeRole", "AccessDenied"]);
    expect(
      emulator.instance.decisions.of(event?.requestID ?? "").map(({ result, layer }) => [result, layer]),
    ).to.deep.equal([["ImplicitlyDenied", "trust policy"]]);
  });
});
