import { CreatePolicyCommand, GetRoleCommand, ListUsersCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import type { AssumeRoleCommandInput } from "@aws-sdk/client-sts";
import { expect } from "chai";
import {
  clientsFor,
  createUser,
  refusalOf,
  startTestEmulator,
  type Clients,
  type Emulator,
  type TestUser,
} from "../../../support/emulator.ts";
import { allow, document, documentOfSize } from "../iam/document.ts";
import { assume, createRole, sessionOf } from "./assuming.ts";

const account = "arn:aws:iam::000000000000";
const sessionArn = "arn:aws:sts::000000000000:assumed-role/Working/work";
const denied = (because: string) => ({
  code: "AccessDenied",
  message: `User: ${sessionArn} is not authorized to perform: iam:ListUsers on resource: ${account}:user/ ${because}`,
  status: 403,
});
const silent = denied("because no session policy allows the iam:ListUsers action");

/** Who may assume the role, and what else. */
const trustWith = (arn: string, ...actions: readonly string[]) =>
  document({ Effect: "Allow", Principal: { AWS: arn }, Action: ["sts:AssumeRole", ...actions] });

describe("Session policies", () => {
  let emulator: Emulator;
  let iam: Clients["iam"];
  let user: TestUser;
  let role: { arn: string };
  before(async () => {
    emulator = await startTestEmulator();
    ({ iam } = clientsFor(emulator));
    user = await createUser(emulator, "Ada");
    role = await createRole(emulator, "Working", trustWith(user.arn, "sts:TagSession", "sts:SetSourceIdentity"));
    await iam.send(
      new PutRolePolicyCommand({ RoleName: "Working", PolicyName: "p", PolicyDocument: allow("iam:List*") }),
    );
    await iam.send(new CreatePolicyCommand({ PolicyName: "Lists", PolicyDocument: allow("iam:ListUsers") }));
  });
  after(() => emulator.stop());

  const lists = { arn: `${account}:policy/Lists` };
  const readOnly = { arn: "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess" };
  const cases: { name: string; input: Partial<AssumeRoleCommandInput>; refused?: object }[] = [
    { name: "none: the role alone decides", input: {} },
    { name: "one that allows", input: { Policy: allow("iam:ListUsers") } },
    { name: "one that does not allow", input: { Policy: allow("iam:GetUser") }, refused: silent },
    {
      name: "one that denies",
      input: { Policy: document({ Effect: "Deny", Action: "iam:ListUsers", Resource: "*" }) },
      refused: denied("with an explicit deny in a session policy"),
    },
    { name: "a managed one that allows", input: { PolicyArns: [lists] } },
    { name: "a managed one that does not allow", input: { PolicyArns: [readOnly] }, refused: silent },
    { name: "several, one of which allows", input: { Policy: allow("iam:GetUser"), PolicyArns: [readOnly, lists] } },
  ];
  for (const { name, input, refused } of cases) {
    it(`limit the session: ${name}`, async () => {
      const session = await sessionOf(emulator, user.clients, role.arn, input);
      const call = session.iam.send(new ListUsersCommand({}));
      if (refused) expect(await refusalOf(call)).to.deep.equal(refused);
      else expect((await call).Users).to.have.length(1);
    });
  }

  it("give nothing that the role does not give", async () => {
    const session = await sessionOf(emulator, user.clients, role.arn, { Policy: allow("iam:*") });
    expect((await refusalOf(session.iam.send(new GetRoleCommand({ RoleName: "Working" })))).message).to.equal(
      `User: ${sessionArn} is not authorized to perform: iam:GetRole on resource: role Working because no identity-based policy allows the iam:GetRole action`,
    );
  });

  it("use up space, of which the answer tells the share", async () => {
    expect(await assume(user.clients, role.arn)).not.to.have.property("PackedPolicySize");
    const half = { Policy: documentOfSize(1024).replaceAll(" ", "") };
    expect(await assume(user.clients, role.arn, half)).to.have.property("PackedPolicySize", 50);
    const tagged = { Tags: [{ Key: "team", Value: "red" }] };
    expect(await assume(user.clients, role.arn, tagged)).to.have.property("PackedPolicySize", 1);
  });

  const refusals: { name: string; input: Partial<AssumeRoleCommandInput>; code: string; message: string }[] = [
    {
      name: "a policy of more than 2,048 characters",
      input: { Policy: documentOfSize(2049) },
      code: "ValidationError",
      message:
        "1 validation error detected: Value at 'policy' failed to satisfy constraint: Member must have length less than or equal to 2048",
    },
    {
      name: "more than ten managed policies",
      input: { PolicyArns: Array.from({ length: 11 }, () => lists) },
      code: "ValidationError",
      message:
        "1 validation error detected: Value at 'policyArns' failed to satisfy constraint: Member must have length less than or equal to 10",
    },
    {
      name: "a managed policy that does not exist",
      input: { PolicyArns: [{ arn: `${account}:policy/Nothing` }] },
      code: "ValidationError",
      message: `Policy ${account}:policy/Nothing does not exist or is not attachable.`,
    },
    {
      name: "a malformed policy",
      input: { Policy: "{}" },
      code: "MalformedPolicyDocumentException",
      message: "Syntax errors in policy.",
    },
    {
      name: "more tags than there is space for",
      input: {
        Tags: Array.from({ length: 10 }, (_, index) => ({ Key: `key-${index}`, Value: "v".repeat(256) })),
      },
      code: "PackedPolicyTooLargeException",
      message: "Packed size of session tags consumes 128% of allotted space.",
    },
    {
      name: "a transitive key without its tag",
      input: { TransitiveTagKeys: ["team"] },
      code: "ValidationError",
      message: "The specified transitive tag key must be included in the requested tags.",
    },
  ];
  for (const { name, input, code, message } of refusals) {
    it(`refuse ${name}`, async () => {
      expect(await refusalOf(assume(user.clients, role.arn, input))).to.deep.equal({ code, message, status: 400 });
    });
  }
});

describe("Session tags", () => {
  let emulator: Emulator;
  let iam: Clients["iam"];
  let user: TestUser;
  before(async () => {
    emulator = await startTestEmulator();
    ({ iam } = clientsFor(emulator));
    user = await createUser(emulator, "Ada");
  });
  after(() => emulator.stop());

  const red = { Tags: [{ Key: "team", Value: "red" }] };
  const listsFor = (condition: object) =>
    document({ Effect: "Allow", Action: "iam:ListUsers", Resource: "*", Condition: condition });

  async function roleFor(RoleName: string, trustPolicy: string, condition: object) {
    const role = await createRole(emulator, RoleName, trustPolicy);
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "p", PolicyDocument: listsFor(condition) }));
    return role.arn;
  }

  it("need sts:TagSession of the trust policy, also for whoever may assume the role", async () => {
    const arn = await roleFor("Untagged", trustWith(user.arn), {});
    await assume(user.clients, arn);
    expect(await refusalOf(assume(user.clients, arn, red))).to.deep.equal({
      code: "AccessDenied",
      message: `User: ${user.arn} is not authorized to perform: sts:TagSession on resource: ${arn}`,
      status: 403,
    });
  });

  it("can be prescribed by the trust policy", async () => {
    const Condition = { StringEquals: { "aws:RequestTag/team": "red" } };
    const Action = ["sts:AssumeRole", "sts:TagSession"];
    const arn = await roleFor(
      "Prescribed",
      document({ Effect: "Allow", Principal: { AWS: user.arn }, Action, Condition }),
      {},
    );
    await assume(user.clients, arn, red);
    expect((await refusalOf(assume(user.clients, arn))).code).to.equal("AccessDenied");
    const blue = { Tags: [{ Key: "team", Value: "blue" }] };
    expect((await refusalOf(assume(user.clients, arn, blue))).code).to.equal("AccessDenied");
  });

  it("are tags of the principal, and win over the role's", async () => {
    const arn = await roleFor("Tagged", trustWith(user.arn, "sts:TagSession"), {
      StringEquals: { "aws:PrincipalTag/team": "red" },
    });
    const plain = await sessionOf(emulator, user.clients, arn);
    expect((await refusalOf(plain.iam.send(new ListUsersCommand({})))).code).to.equal("AccessDenied");
    const tagged = await sessionOf(emulator, user.clients, arn, red);
    await tagged.iam.send(new ListUsersCommand({}));
  });

  it("are handed on where they are transitive, and cannot be changed then", async () => {
    const first = await createRole(emulator, "First", trustWith(user.arn, "sts:TagSession"));
    const second = await roleFor("Second", trustWith(first.arn, "sts:TagSession"), {
      StringEquals: { "aws:PrincipalTag/team": "red" },
    });
    const mayList = async (rest: Partial<AssumeRoleCommandInput>) => {
      const session = await sessionOf(emulator, await sessionOf(emulator, user.clients, first.arn, rest), second);
      return session.iam.send(new ListUsersCommand({})).then(
        () => true,
        () => false,
      );
    };
    expect(await mayList(red)).to.equal(false);
    const handedOn = { ...red, TransitiveTagKeys: ["team"] };
    expect(await mayList(handedOn)).to.equal(true);
    const session = await sessionOf(emulator, user.clients, first.arn, handedOn);
    expect((await refusalOf(assume(session, second, { Tags: [{ Key: "Team", Value: "blue" }] }))).message).to.equal(
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    );
  });

  it("and a source identity needs sts:SetSourceIdentity, and is known from then on", async () => {
    const condition = { StringEquals: { "aws:SourceIdentity": "Grace" } };
    const barred = await roleFor("NoSource", trustWith(user.arn), condition);
    const SourceIdentity = "Grace";
    expect((await refusalOf(assume(user.clients, barred, { SourceIdentity }))).message).to.equal(
      `User: ${user.arn} is not authorized to perform: sts:SetSourceIdentity on resource: ${barred}`,
    );
    const arn = await roleFor("Source", trustWith(user.arn, "sts:SetSourceIdentity"), condition);
    expect((await assume(user.clients, arn, { SourceIdentity })).SourceIdentity).to.equal("Grace");
    await (await sessionOf(emulator, user.clients, arn, { SourceIdentity })).iam.send(new ListUsersCommand({}));
    const anonymous = await sessionOf(emulator, user.clients, arn);
    expect((await refusalOf(anonymous.iam.send(new ListUsersCommand({})))).code).to.equal("AccessDenied");
  });
});
