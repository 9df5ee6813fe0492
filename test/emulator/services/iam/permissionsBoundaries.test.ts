import { IAM } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { createUser, refusalOf, rootOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { createRole, sessionOf } from "../sts/assuming.ts";
import { allow, document, trust } from "./document.ts";

const account = "arn:aws:iam::000000000000";
const mayAll = { Effect: "Allow" as const, Action: "iam:*", Resource: "*" };
const boundaryArn = `${account}:policy/Boundary`;
const shown = { PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: boundaryArn };

describe("A permissions boundary", () => {
  let emulator: Emulator;
  let iam: IAM;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    iam = new IAM({ endpoint: emulator.url, region: "us-east-1", credentials: rootOf(), maxAttempts: 1 });
    await iam.createPolicy({ PolicyName: "Boundary", PolicyDocument: allow("iam:Get*") });
  });
  afterEach(() => emulator.stop());

  const asClient = (credentials: ReturnType<typeof rootOf>) =>
    new IAM({ endpoint: emulator.url, region: "us-east-1", credentials, maxAttempts: 1 });
  const silent = (arn: string, action: string, resource: string) =>
    `User: ${arn} is not authorized to perform: ${action} on resource: ${resource} because no permissions boundary allows the ${action} action`;

  it("limits a user to what it allows as well, until it is taken away", async () => {
    const { arn, credentials } = await createUser(emulator, "Ada", [mayAll]);
    const ada = asClient(credentials);
    await ada.listUsers({});
    await iam.putUserPermissionsBoundary({ UserName: "Ada", PermissionsBoundary: boundaryArn });
    expect((await ada.getUser({})).User?.PermissionsBoundary).to.deep.equal(shown);
    expect(await refusalOf(ada.listUsers({}))).to.deep.equal({
      code: "AccessDenied",
      message: silent(arn, "iam:ListUsers", `${account}:user/`),
      status: 403,
    });
    await iam.deleteUserPermissionsBoundary({ UserName: "Ada" });
    await ada.listUsers({});
    expect((await ada.getUser({})).User).not.to.have.property("PermissionsBoundary");
  });

  it("gives nothing by itself", async () => {
    const { arn, credentials } = await createUser(emulator, "Ada");
    await iam.putUserPermissionsBoundary({ UserName: "Ada", PermissionsBoundary: boundaryArn });
    expect((await refusalOf(asClient(credentials).getUser({}))).message).to.equal(
      `User: ${arn} is not authorized to perform: iam:GetUser on resource: user Ada because no identity-based policy allows the iam:GetUser action`,
    );
  });

  it("denies what it denies", async () => {
    const { arn, credentials } = await createUser(emulator, "Ada", [mayAll]);
    const PolicyDocument = document(mayAll, { ...mayAll, Effect: "Deny", Action: "iam:ListUsers" });
    await iam.createPolicy({ PolicyName: "Denying", PolicyDocument });
    await iam.putUserPermissionsBoundary({ UserName: "Ada", PermissionsBoundary: `${account}:policy/Denying` });
    await asClient(credentials).getUser({});
    expect((await refusalOf(asClient(credentials).listUsers({}))).message).to.equal(
      `User: ${arn} is not authorized to perform: iam:ListUsers on resource: ${account}:user/ with an explicit deny in a permissions boundary`,
    );
  });

  it("of a role limits its sessions that have begun as well", async () => {
    const user = await createUser(emulator, "Ada");
    const role = await createRole(emulator, "Bounded", trust(user.arn));
    await iam.putRolePolicy({ RoleName: "Bounded", PolicyName: "p", PolicyDocument: allow("iam:*") });
    const session = await sessionOf(emulator, user.clients, role.arn);
    const asSession = asClient(await credentialsOf(session));
    await asSession.listUsers({});
    await iam.putRolePermissionsBoundary({ RoleName: "Bounded", PermissionsBoundary: boundaryArn });
    expect((await asSession.getRole({ RoleName: "Bounded" })).Role?.PermissionsBoundary).to.deep.equal(shown);
    expect((await refusalOf(asSession.listUsers({}))).message).to.equal(
      silent("arn:aws:sts::000000000000:assumed-role/Bounded/work", "iam:ListUsers", `${account}:user/`),
    );
    await iam.deleteRolePermissionsBoundary({ RoleName: "Bounded" });
    await asSession.listUsers({});
    expect((await iam.getRole({ RoleName: "Bounded" })).Role).not.to.have.property("PermissionsBoundary");
  });

  it("can be there from the beginning, and is left out of lists", async () => {
    const PermissionsBoundary = boundaryArn;
    const AssumeRolePolicyDocument = trust(`${account}:root`);
    const { User } = await iam.createUser({ UserName: "Ada", PermissionsBoundary });
    const { Role } = await iam.createRole({ RoleName: "Ada", AssumeRolePolicyDocument, PermissionsBoundary });
    expect([User?.PermissionsBoundary, Role?.PermissionsBoundary]).to.deep.equal([shown, shown]);
    expect((await iam.listUsers({})).Users?.[0]).not.to.have.property("PermissionsBoundary");
    expect((await iam.listRoles({})).Roles?.[0]).not.to.have.property("PermissionsBoundary");
  });

  it("follows the default version of its policy", async () => {
    const { credentials } = await createUser(emulator, "Ada", [mayAll]);
    await iam.putUserPermissionsBoundary({ UserName: "Ada", PermissionsBoundary: boundaryArn });
    expect((await refusalOf(asClient(credentials).listUsers({}))).code).to.equal("AccessDenied");
    await iam.createPolicyVersion({
      PolicyArn: boundaryArn,
      PolicyDocument: allow("iam:List*"),
      SetAsDefault: true,
    });
    await asClient(credentials).listUsers({});
  });

  it("counts as a use of its policy, which cannot be deleted meanwhile", async () => {
    await iam.createUser({ UserName: "Ada", PermissionsBoundary: boundaryArn });
    const usersOf = async (PolicyUsageFilter?: "PermissionsBoundary" | "PermissionsPolicy") =>
      (await iam.listEntitiesForPolicy({ PolicyArn: boundaryArn, PolicyUsageFilter })).PolicyUsers?.length;
    expect([await usersOf(), await usersOf("PermissionsBoundary"), await usersOf("PermissionsPolicy")]).to.deep.equal([
      1, 1, 0,
    ]);
    expect((await iam.getPolicy({ PolicyArn: boundaryArn })).Policy).to.include({
      AttachmentCount: 0,
      PermissionsBoundaryUsageCount: 1,
    });
    expect(await refusalOf(iam.deletePolicy({ PolicyArn: boundaryArn }))).to.deep.equal({
      code: "DeleteConflictException",
      message: "Cannot delete a policy attached to entities.",
      status: 409,
    });
    await iam.deleteUser({ UserName: "Ada" });
    await iam.deletePolicy({ PolicyArn: boundaryArn });
  });

  it("must exist", async () => {
    const PermissionsBoundary = `${account}:policy/Nothing`;
    const refusal = {
      code: "NoSuchEntityException",
      message: `Scope ARN: ${PermissionsBoundary} does not exist or is not attachable.`,
      status: 404,
    };
    expect(await refusalOf(iam.createUser({ UserName: "Eve", PermissionsBoundary }))).to.deep.equal(refusal);
    expect((await refusalOf(iam.getUser({ UserName: "Eve" }))).code).to.equal("NoSuchEntityException");
    await iam.createUser({ UserName: "Ada" });
    const put = iam.putUserPermissionsBoundary({ UserName: "Ada", PermissionsBoundary });
    expect(await refusalOf(put)).to.deep.equal(refusal);
    expect((await refusalOf(iam.deleteUserPermissionsBoundary({ UserName: "Ada" }))).code).to.equal(
      "NoSuchEntityException",
    );
  });

  it("can be demanded of who makes users and changes their policies", async () => {
    const statement = {
      ...mayAll,
      Action: ["iam:CreateUser", "iam:PutUserPolicy", "iam:AttachUserPolicy", "iam:PutUserPermissionsBoundary"],
      Condition: { StringEquals: { "iam:PermissionsBoundary": boundaryArn } },
    };
    const { credentials } = await createUser(emulator, "Deputy", [statement]);
    const deputy = asClient(credentials);
    const PolicyDocument = allow("iam:*");
    const other = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    await iam.createUser({ UserName: "Free" });
    const refused = [
      deputy.createUser({ UserName: "New" }),
      deputy.createUser({ UserName: "New", PermissionsBoundary: other }),
      deputy.putUserPolicy({ UserName: "Free", PolicyName: "p", PolicyDocument }),
      deputy.attachUserPolicy({ UserName: "Free", PolicyArn: other }),
      deputy.putUserPermissionsBoundary({ UserName: "Free", PermissionsBoundary: other }),
      deputy.deleteUserPermissionsBoundary({ UserName: "Free" }),
    ];
    for (const call of refused) expect((await refusalOf(call)).code).to.equal("AccessDenied");
    await deputy.createUser({ UserName: "New", PermissionsBoundary: boundaryArn });
    await deputy.putUserPolicy({ UserName: "New", PolicyName: "p", PolicyDocument });
    await deputy.attachUserPolicy({ UserName: "New", PolicyArn: other });
    await deputy.putUserPermissionsBoundary({ UserName: "Free", PermissionsBoundary: boundaryArn });
  });
});

async function credentialsOf({ iam }: { iam: { config: { credentials: () => Promise<ReturnType<typeof rootOf>> } } }) {
  return iam.config.credentials();
}
