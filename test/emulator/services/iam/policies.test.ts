import {
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteRolePolicyCommand,
  DeleteUserPolicyCommand,
  DetachRolePolicyCommand,
  DetachUserPolicyCommand,
  GetRolePolicyCommand,
  GetUserPolicyCommand,
  ListAttachedRolePoliciesCommand,
  ListAttachedUserPoliciesCommand,
  ListRolePoliciesCommand,
  ListUserPoliciesCommand,
  ListUsersCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import { expect } from "chai";
import { clientsFor, createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { allow, document, documentOfSize, trust } from "./document.ts";

const managed = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const malformed = (message: string) => ({ code: "MalformedPolicyDocumentException", message, status: 400 });

describe("IAM policies of users and roles", () => {
  let emulator: Emulator;
  let iam: ReturnType<typeof clientsFor>["iam"];
  before(async () => {
    emulator = await startTestEmulator();
    ({ iam } = clientsFor(emulator));
    await iam.send(new CreateUserCommand({ UserName: "Ada" }));
    await iam.send(
      new CreateRoleCommand({ RoleName: "Ada", AssumeRolePolicyDocument: trust("arn:aws:iam::000000000000:root") }),
    );
  });
  after(() => emulator.stop());

  const kinds = [
    {
      kind: "user",
      put: (PolicyName: string, PolicyDocument: string) =>
        iam.send(new PutUserPolicyCommand({ UserName: "Ada", PolicyName, PolicyDocument })),
      get: (PolicyName: string) => iam.send(new GetUserPolicyCommand({ UserName: "Ada", PolicyName })),
      remove: (PolicyName: string) => iam.send(new DeleteUserPolicyCommand({ UserName: "Ada", PolicyName })),
      list: (MaxItems?: number, Marker?: string) =>
        iam.send(new ListUserPoliciesCommand({ UserName: "Ada", MaxItems, Marker })),
      attach: (PolicyArn: string) => iam.send(new AttachUserPolicyCommand({ UserName: "Ada", PolicyArn })),
      detach: (PolicyArn: string) => iam.send(new DetachUserPolicyCommand({ UserName: "Ada", PolicyArn })),
      listAttached: (PathPrefix?: string) =>
        iam.send(new ListAttachedUserPoliciesCommand({ UserName: "Ada", PathPrefix })),
      maximumSize: 2048,
      quota: "PoliciesPerUser",
    },
    {
      kind: "role",
      put: (PolicyName: string, PolicyDocument: string) =>
        iam.send(new PutRolePolicyCommand({ RoleName: "Ada", PolicyName, PolicyDocument })),
      get: (PolicyName: string) => iam.send(new GetRolePolicyCommand({ RoleName: "Ada", PolicyName })),
      remove: (PolicyName: string) => iam.send(new DeleteRolePolicyCommand({ RoleName: "Ada", PolicyName })),
      list: (MaxItems?: number, Marker?: string) =>
        iam.send(new ListRolePoliciesCommand({ RoleName: "Ada", MaxItems, Marker })),
      attach: (PolicyArn: string) => iam.send(new AttachRolePolicyCommand({ RoleName: "Ada", PolicyArn })),
      detach: (PolicyArn: string) => iam.send(new DetachRolePolicyCommand({ RoleName: "Ada", PolicyArn })),
      listAttached: (PathPrefix?: string) =>
        iam.send(new ListAttachedRolePoliciesCommand({ RoleName: "Ada", PathPrefix })),
      maximumSize: 10_240,
      quota: "PoliciesPerRole",
    },
  ];

  for (const { kind, put, get, remove, list, attach, detach, listAttached, maximumSize, quota } of kinds) {
    describe(`of a ${kind}`, () => {
      it("inline ones are written, replaced, shown URL-encoded, listed and deleted", async () => {
        const text = document({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*(é)'!" });
        for (const name of ["b", "a"]) await put(name, allow("s3:Get*"));
        await put("b", text);
        const { PolicyDocument = "" } = await get("b");
        expect(PolicyDocument).to.match(/^[A-Za-z0-9%._~-]+$/);
        expect(decodeURIComponent(PolicyDocument)).to.equal(text);
        const first = await list(1);
        expect([first.PolicyNames, first.IsTruncated]).to.deep.equal([["a"], true]);
        const second = await list(1, first.Marker);
        expect([second.PolicyNames, second.IsTruncated]).to.deep.equal([["b"], false]);
        for (const name of ["a", "b"]) await remove(name);
        expect((await list()).PolicyNames).to.deep.equal([]);
        const missing = {
          code: "NoSuchEntityException",
          message: `The ${kind} policy with name b cannot be found.`,
          status: 404,
        };
        expect(await refusalOf(get("b"))).to.deep.equal(missing);
        expect(await refusalOf(remove("b"))).to.deep.equal(missing);
      });

      it(`inline ones are ${maximumSize} characters at most, together and without white space`, async () => {
        const half = maximumSize / 2;
        await put("one", documentOfSize(half));
        await put("two", documentOfSize(half));
        const refused = {
          code: "LimitExceededException",
          message: `Maximum policy size of ${maximumSize} bytes exceeded for ${kind} Ada`,
          status: 409,
        };
        expect(await refusalOf(put("two", documentOfSize(half + 1)))).to.deep.equal(refused);
        expect(await refusalOf(put("three", allow("s3:Get*")))).to.deep.equal(refused);
        for (const name of ["one", "two"]) await remove(name);
      });

      it("managed ones are attached once, listed by name and path, and detached", async () => {
        const arns = ["ReadOnlyAccess", "AmazonS3FullAccess", "service-role/AWSLambdaBasicExecutionRole"].map(managed);
        for (const arn of [...arns, ...arns]) await attach(arn);
        expect((await listAttached()).AttachedPolicies).to.deep.equal([
          {
            PolicyName: "AWSLambdaBasicExecutionRole",
            PolicyArn: managed("service-role/AWSLambdaBasicExecutionRole"),
          },
          { PolicyName: "AmazonS3FullAccess", PolicyArn: managed("AmazonS3FullAccess") },
          { PolicyName: "ReadOnlyAccess", PolicyArn: managed("ReadOnlyAccess") },
        ]);
        expect(
          (await listAttached("/service-role/")).AttachedPolicies?.map(({ PolicyName }) => PolicyName),
        ).to.deep.equal(["AWSLambdaBasicExecutionRole"]);
        for (const arn of arns) await detach(arn);
        expect((await listAttached()).AttachedPolicies).to.deep.equal([]);
        expect(await refusalOf(detach(managed("ReadOnlyAccess")))).to.deep.equal({
          code: "NoSuchEntityException",
          message: `Policy ${managed("ReadOnlyAccess")} was not found.`,
          status: 404,
        });
      });

      it("managed ones are ten at most", async () => {
        const arns: string[] = [];
        for (let index = 0; index <= 10; index++) {
          const PolicyName = `${kind}-${index}`;
          const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument: allow("s3:Get*") }));
          arns.push(Policy?.Arn ?? "");
        }
        for (const arn of arns.slice(0, 10)) await attach(arn);
        expect(await refusalOf(attach(arns[10] ?? ""))).to.deep.equal({
          code: "LimitExceededException",
          message: `Cannot exceed quota for ${quota}: 10`,
          status: 409,
        });
        // One that is attached already is no eleventh.
        await attach(arns[0] ?? "");
        for (const arn of arns.slice(0, 10)) await detach(arn);
      });

      it("managed ones that do not exist are not attached", async () => {
        for (const arn of [managed("Nothing"), "arn:aws:iam::111111111111:policy/Nothing"]) {
          expect(await refusalOf(attach(arn))).to.deep.equal({
            code: "NoSuchEntityException",
            message: `Policy ${arn} does not exist or is not attachable.`,
            status: 404,
          });
        }
      });

      it("managed ones with policy variables are attached", async () => {
        await attach(managed("IAMUserChangePassword"));
        await detach(managed("IAMUserChangePassword"));
      });
    });
  }

  describe("are refused", () => {
    const statement = { Effect: "Allow", Action: "s3:Get*", Resource: "*" };
    const refused: { name: string; text: string; message: string }[] = [
      { name: "without JSON", text: "{", message: "Syntax errors in policy." },
      { name: "without statements", text: document(), message: "Syntax errors in policy." },
      { name: "of a list", text: "[]", message: "Syntax errors in policy." },
      {
        name: "with an unknown effect",
        text: document({ ...statement, Effect: "allow" }),
        message: "Syntax errors in policy.",
      },
      {
        name: "with an unknown element",
        text: document({ ...statement, Actions: "s3:*" }),
        message: "Syntax errors in policy.",
      },
      {
        name: "with an unknown version",
        text: JSON.stringify({ Version: "2020-01-01", Statement: [statement] }),
        message: "Syntax errors in policy.",
      },
      {
        name: "with a principal",
        text: document({ ...statement, Principal: "*" }),
        message: "Policy document should not specify a principal.",
      },
      {
        name: "without actions",
        text: document({ Effect: "Allow", Resource: "*" }),
        message: "Policy statement must contain actions.",
      },
      {
        name: "without resources",
        text: document({ Effect: "Allow", Action: "s3:*" }),
        message: "Policy statement must contain resources.",
      },
      {
        name: "with an action of no service",
        text: document({ ...statement, Action: ["s3:*", "GetObject"] }),
        message: "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
      },
      {
        name: "with a condition key of no service",
        text: document({ ...statement, Condition: { StringEquals: { username: "Ada" } } }),
        message: "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
      },
      {
        name: "with a resource that is no ARN",
        text: document({ ...statement, Resource: "bucket" }),
        message: 'Resource bucket must be in ARN format or "*".',
      },
      {
        name: "with one Sid twice",
        text: document({ ...statement, Sid: "A" }, { ...statement, Sid: "A" }),
        message: "Statement IDs (SID) in a single policy must be unique.",
      },
      {
        name: "with a condition operator that AWS does not have",
        text: document({ ...statement, Condition: { IpAddresses: { "aws:SourceIp": "10.0.0.0/8" } } }),
        message: "Syntax errors in policy.",
      },
      {
        name: "with a value that the operator cannot compare with",
        text: document({ ...statement, Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/33" } } }),
        message: "Syntax errors in policy.",
      },
      {
        name: "with a condition key that is not evaluated yet, by its name",
        text: document({ ...statement, Condition: { StringEquals: { "aws:Nothing": "1" } } }),
        message: "Statement 0: the condition key 'aws:Nothing' is not evaluated yet.",
      },
    ];
    for (const { name, text, message } of refused) {
      it(name, async () => {
        const call = iam.send(new PutUserPolicyCommand({ UserName: "Ada", PolicyName: "p", PolicyDocument: text }));
        expect(await refusalOf(call)).to.deep.equal(malformed(message));
        expect((await iam.send(new ListUserPoliciesCommand({ UserName: "Ada" }))).PolicyNames).to.deep.equal([]);
      });
    }
  });

  it("take effect at once, and so does taking them away", async () => {
    const { clients } = await createUser(emulator, "Bob");
    const attempt = () => clients.iam.send(new ListUsersCommand({}));
    const refused = async () => (await refusalOf(attempt())).code;
    expect(await refused()).to.equal("AccessDenied");
    const PolicyArn = managed("IAMReadOnlyAccess");
    await iam.send(new AttachUserPolicyCommand({ UserName: "Bob", PolicyArn }));
    await attempt();
    const deny = document({ Effect: "Deny", Action: "iam:ListUsers", Resource: "*" });
    await iam.send(new PutUserPolicyCommand({ UserName: "Bob", PolicyName: "deny", PolicyDocument: deny }));
    expect((await refusalOf(attempt())).message).to.equal(
      "User: arn:aws:iam::000000000000:user/Bob is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::000000000000:user/ with an explicit deny in an identity-based policy",
    );
    await iam.send(new DeleteUserPolicyCommand({ UserName: "Bob", PolicyName: "deny" }));
    await attempt();
    await iam.send(new DetachUserPolicyCommand({ UserName: "Bob", PolicyArn }));
    expect(await refused()).to.equal("AccessDenied");
  });
});
