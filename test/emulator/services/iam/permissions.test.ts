import { IAM } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { iam as service } from "../../../../emulator/services/iam/service.ts";
import {
  createUser,
  refusalOf,
  rootOf,
  startTestEmulator,
  type Emulator,
  type TestUser,
} from "../../../support/emulator.ts";
import { allow, document, trust } from "./document.ts";

const account = "arn:aws:iam::000000000000";
const user = `${account}:user/t/Target`;
const role = `${account}:role/t/Target`;
const policy = `${account}:policy/t/Target`;
const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

/** One call of an operation. */
type Call = (client: IAM) => Promise<unknown>;

describe("IAM permissions", () => {
  let emulator: Emulator;
  let root: IAM;
  let caller: TestUser;
  let client: IAM;
  let AccessKeyId: string | undefined;
  before(async () => {
    emulator = await startTestEmulator();
    caller = await createUser(emulator, "Caller");
    const options = { endpoint: emulator.url, region: "us-east-1", maxAttempts: 1 };
    root = new IAM({ ...options, credentials: rootOf() });
    client = new IAM({ ...options, credentials: caller.credentials });
  });
  after(() => emulator.stop());

  /** Makes what is missing of the targets: the operations under test change and delete them. */
  beforeEach(async () => {
    const { iam } = emulator.instance.account("000000000000");
    const target = { Path: "/t/" };
    if (!iam.users.has("Target")) await root.createUser({ ...target, UserName: "Target" });
    const AssumeRolePolicyDocument = trust(`${account}:root`);
    if (!iam.roles.has("Target")) await root.createRole({ ...target, RoleName: "Target", AssumeRolePolicyDocument });
    const PolicyDocument = allow("s3:Get*");
    if (!iam.policies.has("Target")) await root.createPolicy({ ...target, PolicyName: "Target", PolicyDocument });
    const [key] = iam.users.find("Target")?.accessKeys.keys() ?? [];
    AccessKeyId = key ?? (await root.createAccessKey({ UserName: "Target" })).AccessKey?.AccessKeyId;
  });

  const permit = (Action: string, Resource: string) =>
    root.putUserPolicy({
      UserName: "Caller",
      PolicyName: "test",
      PolicyDocument: document({ Effect: "Allow", Action, Resource }),
    });

  /** How the caller's call ends: with success, or with the code of its error. */
  const outcome = (call: Call) =>
    call(client).then(
      () => "Success",
      (error: unknown) => (error instanceof Error ? error.name : "unknown"),
    );

  // Each call, how the resource is named in the sentence of a denial, and the ARN that a policy must allow.
  const calls: readonly [name: string, call: Call, shownAs: string, arn: string][] = [
    [
      "AttachRolePolicy",
      (iam) => iam.attachRolePolicy({ RoleName: "Target", PolicyArn: readOnly }),
      "role Target",
      role,
    ],
    [
      "AttachUserPolicy",
      (iam) => iam.attachUserPolicy({ UserName: "Target", PolicyArn: readOnly }),
      "user Target",
      user,
    ],
    ["CreateAccessKey", (iam) => iam.createAccessKey({ UserName: "Target" }), "user Target", user],
    [
      "CreateLoginProfile",
      (iam) => iam.createLoginProfile({ UserName: "Target", Password: "Correct-Horse-1" }),
      "user Target",
      user,
    ],
    [
      "CreatePolicy",
      (iam) => iam.createPolicy({ PolicyName: "New", Path: "/t/", PolicyDocument: allow("s3:Get*") }),
      "policy New",
      `${account}:policy/t/New`,
    ],
    [
      "CreatePolicyVersion",
      (iam) => iam.createPolicyVersion({ PolicyArn: policy, PolicyDocument: allow("s3:Get*") }),
      `policy ${policy}`,
      policy,
    ],
    [
      "CreateRole",
      (iam) => iam.createRole({ RoleName: "New", Path: "/t/", AssumeRolePolicyDocument: trust(`${account}:root`) }),
      `${account}:role/t/New`,
      `${account}:role/t/New`,
    ],
    [
      "CreateUser",
      (iam) => iam.createUser({ UserName: "New", Path: "/t/" }),
      `${account}:user/t/New`,
      `${account}:user/t/New`,
    ],
    ["DeleteAccessKey", (iam) => iam.deleteAccessKey({ UserName: "Target", AccessKeyId }), "user Target", user],
    ["DeleteLoginProfile", (iam) => iam.deleteLoginProfile({ UserName: "Target" }), "user Target", user],
    ["DeletePolicy", (iam) => iam.deletePolicy({ PolicyArn: policy }), `policy ${policy}`, policy],
    [
      "DeletePolicyVersion",
      (iam) => iam.deletePolicyVersion({ PolicyArn: policy, VersionId: "v9" }),
      `policy ${policy}`,
      policy,
    ],
    ["DeleteRole", (iam) => iam.deleteRole({ RoleName: "Target" }), "role Target", role],
    ["DeleteRolePolicy", (iam) => iam.deleteRolePolicy({ RoleName: "Target", PolicyName: "p" }), "role Target", role],
    ["DeleteUser", (iam) => iam.deleteUser({ UserName: "Target" }), "user Target", user],
    ["DeleteUserPolicy", (iam) => iam.deleteUserPolicy({ UserName: "Target", PolicyName: "p" }), "user Target", user],
    [
      "DetachRolePolicy",
      (iam) => iam.detachRolePolicy({ RoleName: "Target", PolicyArn: readOnly }),
      "role Target",
      role,
    ],
    [
      "DetachUserPolicy",
      (iam) => iam.detachUserPolicy({ UserName: "Target", PolicyArn: readOnly }),
      "user Target",
      user,
    ],
    ["GetAccessKeyLastUsed", (iam) => iam.getAccessKeyLastUsed({ AccessKeyId }), "user Target", user],
    ["GetLoginProfile", (iam) => iam.getLoginProfile({ UserName: "Target" }), "user Target", user],
    ["GetPolicy", (iam) => iam.getPolicy({ PolicyArn: policy }), `policy ${policy}`, policy],
    [
      "GetPolicyVersion",
      (iam) => iam.getPolicyVersion({ PolicyArn: policy, VersionId: "v9" }),
      `policy ${policy}`,
      policy,
    ],
    ["GetRole", (iam) => iam.getRole({ RoleName: "Target" }), "role Target", role],
    ["GetRolePolicy", (iam) => iam.getRolePolicy({ RoleName: "Target", PolicyName: "p" }), "role Target", role],
    ["GetUser", (iam) => iam.getUser({ UserName: "Target" }), "user Target", user],
    ["GetUserPolicy", (iam) => iam.getUserPolicy({ UserName: "Target", PolicyName: "p" }), "user Target", user],
    ["ListAccessKeys", (iam) => iam.listAccessKeys({ UserName: "Target" }), "user Target", user],
    ["ListAccountAliases", (iam) => iam.listAccountAliases({}), "*", "*"],
    ["ListAttachedRolePolicies", (iam) => iam.listAttachedRolePolicies({ RoleName: "Target" }), "role Target", role],
    ["ListAttachedUserPolicies", (iam) => iam.listAttachedUserPolicies({ UserName: "Target" }), "user Target", user],
    ["ListEntitiesForPolicy", (iam) => iam.listEntitiesForPolicy({ PolicyArn: policy }), `policy ${policy}`, policy],
    ["ListGroupsForUser", (iam) => iam.listGroupsForUser({ UserName: "Target" }), "user Target", user],
    [
      "ListInstanceProfilesForRole",
      (iam) => iam.listInstanceProfilesForRole({ RoleName: "Target" }),
      "role Target",
      role,
    ],
    ["ListMFADevices", (iam) => iam.listMFADevices({ UserName: "Target" }), "user Target", user],
    ["ListPolicies", (iam) => iam.listPolicies({ PathPrefix: "/t/" }), "policy path /t/", "*"],
    ["ListPolicyTags", (iam) => iam.listPolicyTags({ PolicyArn: policy }), `policy ${policy}`, policy],
    ["ListPolicyVersions", (iam) => iam.listPolicyVersions({ PolicyArn: policy }), `policy ${policy}`, policy],
    ["ListRolePolicies", (iam) => iam.listRolePolicies({ RoleName: "Target" }), "role Target", role],
    ["ListRoles", (iam) => iam.listRoles({ PathPrefix: "/t/" }), `${account}:role/t/`, `${account}:role/t/`],
    ["ListRoleTags", (iam) => iam.listRoleTags({ RoleName: "Target" }), "role Target", role],
    [
      "ListServiceSpecificCredentials",
      (iam) => iam.listServiceSpecificCredentials({ UserName: "Target" }),
      "user Target",
      user,
    ],
    ["ListSigningCertificates", (iam) => iam.listSigningCertificates({ UserName: "Target" }), "user Target", user],
    ["ListSSHPublicKeys", (iam) => iam.listSSHPublicKeys({ UserName: "Target" }), "user Target", user],
    ["ListUserPolicies", (iam) => iam.listUserPolicies({ UserName: "Target" }), "user Target", user],
    ["ListUsers", (iam) => iam.listUsers({ PathPrefix: "/t/" }), `${account}:user/t/`, `${account}:user/t/`],
    ["ListUserTags", (iam) => iam.listUserTags({ UserName: "Target" }), "user Target", user],
    ["ListVirtualMFADevices", (iam) => iam.listVirtualMFADevices({}), `${account}:mfa/`, `${account}:mfa/`],
    [
      "PutRolePolicy",
      (iam) => iam.putRolePolicy({ RoleName: "Target", PolicyName: "p", PolicyDocument: allow("s3:Get*") }),
      "role Target",
      role,
    ],
    [
      "PutUserPolicy",
      (iam) => iam.putUserPolicy({ UserName: "Target", PolicyName: "p", PolicyDocument: allow("s3:Get*") }),
      "user Target",
      user,
    ],
    [
      "SetDefaultPolicyVersion",
      (iam) => iam.setDefaultPolicyVersion({ PolicyArn: policy, VersionId: "v9" }),
      `policy ${policy}`,
      policy,
    ],
    [
      "TagPolicy",
      (iam) => iam.tagPolicy({ PolicyArn: policy, Tags: [{ Key: "a", Value: "b" }] }),
      `policy ${policy}`,
      policy,
    ],
    ["TagRole", (iam) => iam.tagRole({ RoleName: "Target", Tags: [{ Key: "a", Value: "b" }] }), "role Target", role],
    ["TagUser", (iam) => iam.tagUser({ UserName: "Target", Tags: [{ Key: "a", Value: "b" }] }), "user Target", user],
    ["UntagPolicy", (iam) => iam.untagPolicy({ PolicyArn: policy, TagKeys: ["a"] }), `policy ${policy}`, policy],
    ["UntagRole", (iam) => iam.untagRole({ RoleName: "Target", TagKeys: ["a"] }), "role Target", role],
    ["UntagUser", (iam) => iam.untagUser({ UserName: "Target", TagKeys: ["a"] }), "user Target", user],
    [
      "UpdateAccessKey",
      (iam) => iam.updateAccessKey({ UserName: "Target", AccessKeyId, Status: "Active" }),
      "user Target",
      user,
    ],
    [
      "UpdateAssumeRolePolicy",
      (iam) => iam.updateAssumeRolePolicy({ RoleName: "Target", PolicyDocument: trust(`${account}:root`) }),
      "role Target",
      role,
    ],
    [
      "UpdateLoginProfile",
      (iam) => iam.updateLoginProfile({ UserName: "Target", Password: "Correct-Horse-1" }),
      "user Target",
      user,
    ],
    ["UpdateRole", (iam) => iam.updateRole({ RoleName: "Target" }), "role Target", role],
    [
      "UpdateRoleDescription",
      (iam) => iam.updateRoleDescription({ RoleName: "Target", Description: "d" }),
      "role Target",
      role,
    ],
    ["UpdateUser", (iam) => iam.updateUser({ UserName: "Target" }), "user Target", user],
  ];

  for (const [name, call, shownAs, arn] of calls) {
    const action = `iam:${name}`;
    it(`${action} is denied with AWS's sentence, and allowed by a policy on its resource alone`, async () => {
      await permit("s3:GetObject", "*");
      expect(await refusalOf(call(client))).to.deep.equal({
        code: "AccessDenied",
        message: `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${shownAs} because no identity-based policy allows the ${action} action`,
        status: 403,
      });
      if (arn !== "*") {
        await permit(action, `${arn}x`);
        expect(await outcome(call)).to.equal("AccessDenied");
      }
      await permit(action, arn);
      expect(await outcome(call)).to.be.oneOf(["Success", "NoSuchEntityException", "DeleteConflictException"]);
    });
  }

  it("are tested for every operation that there is", () => {
    expect(calls.map(([name]) => name)).to.have.members(service.operations.map(({ name }) => name));
  });

  it("of attaching and detaching can be limited to certain policies", async () => {
    const PolicyDocument = document({
      Effect: "Allow",
      Action: ["iam:AttachUserPolicy", "iam:DetachUserPolicy", "iam:AttachRolePolicy", "iam:DetachRolePolicy"],
      Resource: "*",
      Condition: { StringEquals: { "iam:PolicyARN": readOnly } },
    });
    await root.putUserPolicy({ UserName: "Caller", PolicyName: "test", PolicyDocument });
    const changes: ((PolicyArn: string) => Call)[] = [
      (PolicyArn) => (iam) => iam.attachUserPolicy({ UserName: "Target", PolicyArn }),
      (PolicyArn) => (iam) => iam.attachRolePolicy({ RoleName: "Target", PolicyArn }),
      (PolicyArn) => (iam) => iam.detachUserPolicy({ UserName: "Target", PolicyArn }),
      (PolicyArn) => (iam) => iam.detachRolePolicy({ RoleName: "Target", PolicyArn }),
    ];
    for (const change of changes) {
      expect(await outcome(change("arn:aws:iam::aws:policy/AdministratorAccess"))).to.equal("AccessDenied");
      expect(await outcome(change(readOnly))).to.equal("Success");
    }
  });

  it("of renaming are needed for the old and for the new user", async () => {
    const rename: Call = (iam) => iam.updateUser({ UserName: "Target", NewUserName: "Renamed" });
    await permit("iam:UpdateUser", user);
    expect((await refusalOf(rename(client))).message).to.contain(`${account}:user/t/Renamed`);
    await permit("iam:UpdateUser", `${account}:user/t/*`);
    expect(await outcome(rename)).to.equal("Success");
  });

  it("are asked for before it is told whether somebody exists", async () => {
    const getNobody: Call = (iam) => iam.getUser({ UserName: "Nobody" });
    await permit("iam:GetUser", user);
    expect(await outcome(getNobody)).to.equal("AccessDenied");
    await permit("iam:GetUser", "*");
    expect(await outcome(getNobody)).to.equal("NoSuchEntityException");
  });
});
