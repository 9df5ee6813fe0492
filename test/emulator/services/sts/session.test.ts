import {
  CreateRoleCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  GetRoleCommand,
  ListUsersCommand,
  PutRolePolicyCommand,
  TagRoleCommand,
} from "@aws-sdk/client-iam";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
} from "../../../support/emulator.ts";
import { allow, document, trust } from "../iam/document.ts";
import { assume, createRole, sessionOf } from "./assuming.ts";

const account = "arn:aws:iam::000000000000";

const invalidToken = {
  code: "InvalidClientTokenId",
  message: "The security token included in the request is invalid.",
  status: 403,
};

describe("A session of an IAM role", () => {
  let emulator: Emulator;
  let iam: Clients["iam"];
  before(async () => {
    emulator = await startTestEmulator();
    ({ iam } = clientsFor(emulator));
  });
  after(() => emulator.stop());

  it("has temporary credentials that speak for it", async () => {
    const user = await createUser(emulator, "Ada");
    const role = await createRole(emulator, "First", trust(user.arn));
    const before = Date.now();
    const { Credentials, AssumedRoleUser, ...rest } = await assume(user.clients, role.arn);
    expect(Credentials?.AccessKeyId).to.match(/^ASIA[A-Z2-7]{16}$/);
    expect(Credentials?.SecretAccessKey).to.have.length(40);
    expect((Credentials?.Expiration?.getTime() ?? 0) - before).to.be.within(3_599_000, 3_605_000);
    const session = "arn:aws:sts::000000000000:assumed-role/First/work";
    expect(AssumedRoleUser).to.deep.equal({ AssumedRoleId: `${role.id}:work`, Arn: session });
    expect(Object.keys(rest)).to.deep.equal(["$metadata"]);
    const { $metadata, ...identity } = await (
      await sessionOf(emulator, user.clients, role.arn)
    ).sts.send(new GetCallerIdentityCommand({}));
    expect($metadata.httpStatusCode).to.equal(200);
    expect(identity).to.deep.equal({ UserId: `${role.id}:work`, Account: "000000000000", Arn: session });
  });

  it("has the permissions of the role, as they are at each call, and nothing of the user's", async () => {
    const user = await createUser(emulator, "Bob", [{ Effect: "Allow", Action: "iam:GetRole", Resource: "*" }]);
    const role = await createRole(emulator, "Working", trust(user.arn));
    const session = await sessionOf(emulator, user.clients, role.arn);
    const listUsers = () => session.iam.send(new ListUsersCommand({}));
    const sentence = (action: string, resource: string) =>
      `User: arn:aws:sts::000000000000:assumed-role/Working/work is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
    expect((await refusalOf(session.iam.send(new GetRoleCommand({ RoleName: "Working" })))).message).to.equal(
      sentence("iam:GetRole", "role Working"),
    );
    expect((await refusalOf(listUsers())).message).to.equal(sentence("iam:ListUsers", `${account}:user/`));
    const policy = { RoleName: "Working", PolicyName: "p" };
    await iam.send(new PutRolePolicyCommand({ ...policy, PolicyDocument: allow("iam:ListUsers") }));
    await listUsers();
    await iam.send(new DeleteRolePolicyCommand(policy));
    expect((await refusalOf(listUsers())).code).to.equal("AccessDenied");
  });

  describe("lasts", () => {
    const invalid = (message: string) => ({ code: "ValidationError", message, status: 400 });
    const schema = (value: number, bound: string) =>
      invalid(
        `1 validation error detected: Value '${value}' at 'durationSeconds' failed to satisfy constraint: Member must have value ${bound}`,
      );
    const longerThanRole = invalid("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    const longerThanChain = invalid(
      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
    );
    const cases: { name: string; maximum?: number; chained?: boolean; seconds: number; refused?: object }[] = [
      { name: "15 minutes at least", seconds: 899, refused: schema(899, "greater than or equal to 900") },
      { name: "15 minutes at least", seconds: 900 },
      { name: "an hour where the role says nothing", seconds: 3600 },
      { name: "an hour where the role says nothing", seconds: 3601, refused: longerThanRole },
      { name: "what the role says", maximum: 7200, seconds: 7200 },
      { name: "what the role says", maximum: 7200, seconds: 7201, refused: longerThanRole },
      { name: "twelve hours", maximum: 43_200, seconds: 43_200 },
      { name: "twelve hours", seconds: 43_201, refused: schema(43_201, "less than or equal to 43200") },
      { name: "an hour for a session started from a session", maximum: 43_200, chained: true, seconds: 3600 },
      {
        name: "an hour for a session started from a session",
        maximum: 43_200,
        chained: true,
        seconds: 3601,
        refused: longerThanChain,
      },
      { name: "the role's maximum before the chain's", chained: true, seconds: 3601, refused: longerThanRole },
    ];
    for (const [index, { name, maximum, chained, seconds, refused }] of cases.entries()) {
      it(`${name}: ${seconds} seconds are ${refused ? "refused" : "granted"}`, async () => {
        const user = await createUser(emulator, `Timed-${index}`);
        const link = await createRole(emulator, `Link-${index}`, trust(user.arn));
        const role = await createRole(emulator, `Timed-${index}`, trust(user.arn, link.arn), maximum);
        const caller = chained ? await sessionOf(emulator, user.clients, link.arn) : user.clients;
        const attempt = assume(caller, role.arn, { DurationSeconds: seconds });
        if (refused) {
          expect(await refusalOf(attempt)).to.deep.equal(refused);
        } else {
          const left = ((await attempt).Credentials?.Expiration?.getTime() ?? 0) - Date.now();
          expect(left / 1000).to.be.within(seconds - 5, seconds);
        }
      });
    }
  });

  it("counts only with its own token", async () => {
    const user = await createUser(emulator, "Token");
    const role = await createRole(emulator, "Token", trust(user.arn));
    const { Credentials } = await assume(user.clients, role.arn);
    const other = (await assume(user.clients, role.arn)).Credentials;
    const accessKeyId = Credentials?.AccessKeyId ?? "";
    const secretAccessKey = Credentials?.SecretAccessKey ?? "";
    for (const sessionToken of [undefined, "nonsense", other?.SessionToken]) {
      const { sts } = clientsFor(emulator, { accessKeyId, secretAccessKey, sessionToken });
      expect(await refusalOf(sts.send(new GetCallerIdentityCommand({})))).to.deep.equal(invalidToken);
    }
  });

  it("ends on the wall clock, whatever the instance's clock says", async () => {
    const own = await startTestEmulator();
    const client = clientsFor(own).iam;
    const user = await createUser(own, "Ada");
    await client.send(new CreateRoleCommand({ RoleName: "Short", AssumeRolePolicyDocument: trust(user.arn) }));
    const { Credentials } = await assume(user.clients, `${account}:role/Short`, { DurationSeconds: 900 });
    const { sts } = clientsFor(own, {
      accessKeyId: Credentials?.AccessKeyId ?? "",
      secretAccessKey: Credentials?.SecretAccessKey ?? "",
      sessionToken: Credentials?.SessionToken,
    });
    own.instance.clock.advance(86_400_000);
    expect((await sts.send(new GetCallerIdentityCommand({}))).Account).to.equal("000000000000");
    await own.stop();
  });

  it("ends with the role, and no namesake of the role brings it back", async () => {
    const user = await createUser(emulator, "Survivor");
    const first = await createRole(emulator, "Phoenix", trust(user.arn));
    const session = await sessionOf(emulator, user.clients, first.arn);
    const whoAmI = () => session.sts.send(new GetCallerIdentityCommand({}));
    await whoAmI();
    await iam.send(new DeleteRoleCommand({ RoleName: "Phoenix" }));
    expect(await refusalOf(whoAmI())).to.deep.equal(invalidToken);
    const second = await createRole(emulator, "Phoenix", trust(user.arn));
    expect(second.id).not.to.equal(first.id);
    expect(await refusalOf(whoAmI())).to.deep.equal(invalidToken);
    const fresh = await sessionOf(emulator, user.clients, second.arn);
    expect((await fresh.sts.send(new GetCallerIdentityCommand({}))).UserId).to.equal(`${second.id}:work`);
  });

  it("has the role's tags, and marks the role as used", async () => {
    const user = await createUser(emulator, "Tagged");
    const role = await createRole(emulator, "Tagged", trust(user.arn));
    const session = await sessionOf(emulator, user.clients, role.arn);
    const PolicyDocument = document({
      Effect: "Allow",
      Action: "iam:ListUsers",
      Resource: "*",
      Condition: { StringEquals: { "aws:PrincipalTag/team": "blue" } },
    });
    await iam.send(new PutRolePolicyCommand({ RoleName: "Tagged", PolicyName: "p", PolicyDocument }));
    const lastUsed = async () => (await iam.send(new GetRoleCommand({ RoleName: "Tagged" }))).Role?.RoleLastUsed;
    expect(await lastUsed()).to.deep.equal({});
    const listUsers = () => session.iam.send(new ListUsersCommand({}));
    expect((await refusalOf(listUsers())).code).to.equal("AccessDenied");
    await iam.send(new TagRoleCommand({ RoleName: "Tagged", Tags: [{ Key: "team", Value: "blue" }] }));
    await listUsers();
    expect((await lastUsed())?.Region).to.equal("us-east-1");
  });
});
