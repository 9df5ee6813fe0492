import type { IAM } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { accessRequest } from "../../../../emulator/authorization/authorize.ts";
import { decide } from "../../../../emulator/authorization/decide.ts";
import { contextOf } from "../../../../emulator/control/hypotheticalRequest.ts";
import { Instance } from "../../../../emulator/instance.ts";
import { Organization } from "../../../../emulator/organization.ts";
import { Role } from "../../../../emulator/services/iam/roles/role.ts";
import { parsePolicy } from "../../../../emulator/authorization/policy.ts";
import { createUser, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { allow, trust } from "./document.ts";
import { iamClient, invalidInput, noSuchEntity } from "./iamClient.ts";

const account = "arn:aws:iam::000000000000";
const RoleName = "AWSServiceRoleForAutoScaling";
const AWSServiceName = "autoscaling.amazonaws.com";

describe("Service-linked roles", () => {
  let emulator: Emulator;
  let iam: IAM;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    iam = iamClient(emulator);
  });
  afterEach(() => emulator.stop());

  it("are made under AWS's name and path, and trust their service alone", async () => {
    const { Role: made } = await iam.createServiceLinkedRole({ AWSServiceName, Description: "scales" });
    expect(made?.RoleId).to.match(/^AROA[A-Z2-7]{17}$/);
    expect(made).to.deep.include({
      RoleName,
      Path: "/aws-service-role/autoscaling.amazonaws.com/",
      Arn: `${account}:role/aws-service-role/autoscaling.amazonaws.com/${RoleName}`,
      Description: "scales",
    });
    expect(JSON.parse(decodeURIComponent(made?.AssumeRolePolicyDocument ?? ""))).to.deep.equal({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: AWSServiceName }, Action: "sts:AssumeRole" }],
    });
    expect((await iam.getRole({ RoleName })).Role?.RoleId).to.equal(made?.RoleId);
  });

  it("are one for a service, or one for each suffix where the service takes suffixes", async () => {
    await iam.createServiceLinkedRole({ AWSServiceName });
    const second = await iam.createServiceLinkedRole({ AWSServiceName, CustomSuffix: "two" });
    expect(second.Role?.RoleName).to.equal(`${RoleName}_two`);
    expect(await refusalOf(iam.createServiceLinkedRole({ AWSServiceName }))).to.deep.equal(
      invalidInput(`Service role name ${RoleName} has been taken in this account, please try a different suffix.`),
    );
    expect(
      await refusalOf(iam.createServiceLinkedRole({ AWSServiceName: "rds.amazonaws.com", CustomSuffix: "two" })),
    ).to.deep.equal(invalidInput("Custom suffix is not allowed for rds.amazonaws.com"));
    expect((await refusalOf(iam.createServiceLinkedRole({ AWSServiceName: "none.amazonaws.com" }))).message).to.contain(
      "none.amazonaws.com",
    );
  });

  const changes: Record<string, (iam: IAM) => Promise<unknown>> = {
    AttachRolePolicy: (client) =>
      client.attachRolePolicy({ RoleName, PolicyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }),
    DetachRolePolicy: (client) =>
      client.detachRolePolicy({ RoleName, PolicyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }),
    PutRolePolicy: (client) => client.putRolePolicy({ RoleName, PolicyName: "p", PolicyDocument: allow("s3:*") }),
    DeleteRolePolicy: (client) => client.deleteRolePolicy({ RoleName, PolicyName: "p" }),
    PutRolePermissionsBoundary: (client) =>
      client.putRolePermissionsBoundary({ RoleName, PermissionsBoundary: "arn:aws:iam::aws:policy/ReadOnlyAccess" }),
    DeleteRolePermissionsBoundary: (client) => client.deleteRolePermissionsBoundary({ RoleName }),
    UpdateAssumeRolePolicy: (client) =>
      client.updateAssumeRolePolicy({ RoleName, PolicyDocument: trust(`${account}:root`) }),
    UpdateRole: (client) => client.updateRole({ RoleName, MaxSessionDuration: 3600 }),
    DeleteRole: (client) => client.deleteRole({ RoleName }),
    AddRoleToInstanceProfile: async (client) => {
      await client.createInstanceProfile({ InstanceProfileName: "p" });
      await client.addRoleToInstanceProfile({ InstanceProfileName: "p", RoleName });
    },
  };
  for (const [name, change] of Object.entries(changes)) {
    it(`are not changed by ${name}`, async () => {
      await iam.createServiceLinkedRole({ AWSServiceName });
      expect(await refusalOf(change(iam))).to.deep.equal({
        code: "UnmodifiableEntityException",
        message: `Cannot perform the operation on the protected role '${RoleName}' - this role is only modifiable by AWS`,
        status: 400,
      });
    });
  }

  it("get another description and tags", async () => {
    await iam.createServiceLinkedRole({ AWSServiceName });
    await iam.updateRole({ RoleName, Description: "new" });
    await iam.tagRole({ RoleName, Tags: [{ Key: "a", Value: "b" }] });
    const { Role: shown } = await iam.getRole({ RoleName });
    expect([shown?.Description, shown?.Tags]).to.deep.equal(["new", [{ Key: "a", Value: "b" }]]);
  });

  it("are deleted by a task of their own", async () => {
    await iam.createServiceLinkedRole({ AWSServiceName });
    const { DeletionTaskId = "" } = await iam.deleteServiceLinkedRole({ RoleName });
    expect(DeletionTaskId).to.match(
      /^task\/aws-service-role\/autoscaling\.amazonaws\.com\/AWSServiceRoleForAutoScaling\/[0-9a-f-]{36}$/,
    );
    expect((await iam.getServiceLinkedRoleDeletionStatus({ DeletionTaskId })).Status).to.equal("SUCCEEDED");
    expect(await refusalOf(iam.deleteServiceLinkedRole({ RoleName }))).to.deep.equal(
      noSuchEntity(`The role with name ${RoleName} cannot be found.`),
    );
    const unknown = iam.getServiceLinkedRoleDeletionStatus({ DeletionTaskId: `${DeletionTaskId}0` });
    expect((await refusalOf(unknown)).code).to.equal("NoSuchEntityException");
  });

  it("are limited to services by a policy's condition, and nobody makes them otherwise", async () => {
    const { credentials } = await createUser(emulator, "Ada", [
      {
        Effect: "Allow",
        Action: "iam:CreateServiceLinkedRole",
        Resource: "*",
        Condition: { StringEquals: { "iam:AWSServiceName": AWSServiceName } },
      },
    ]);
    const ada = iamClient(emulator, credentials);
    await ada.createServiceLinkedRole({ AWSServiceName });
    expect((await refusalOf(ada.createServiceLinkedRole({ AWSServiceName: "rds.amazonaws.com" }))).code).to.equal(
      "AccessDenied",
    );
    const Path = "/aws-service-role/rds.amazonaws.com/";
    const disguised = iam.createRole({ RoleName: "x", Path, AssumeRolePolicyDocument: trust(`${account}:root`) });
    expect((await refusalOf(disguised)).code).to.equal("InvalidInputException");
  });
});

describe("Control policies of an organization", () => {
  const accountId = "000000000000";
  const deny = JSON.stringify({ Statement: { Effect: "Deny", Principal: "*", Action: "*", Resource: "*" } });
  const denyService = JSON.stringify({ Statement: { Effect: "Deny", Action: "*", Resource: "*" } });
  const organization = new Organization({
    id: "o-example",
    accounts: {
      [accountId]: {
        serviceControlPolicies: [{ deny: denyService }],
        resourceControlPolicies: [{ deny }],
      },
    },
  });
  const cases = [
    { path: "/aws-service-role/rds.amazonaws.com/", result: "Allowed" },
    { path: "/", result: "ExplicitlyDenied" },
    { path: "/mine/aws-service-role/", result: "ExplicitlyDenied" },
  ];
  for (const { path, result } of cases) {
    it(`${result === "Allowed" ? "do not bind" : "bind"} a role with the path ${path}`, () => {
      const instance = new Instance("test", { organization });
      const now = new Date(0);
      const trustPolicy = parsePolicy(trust("*"), "trust policy");
      const role = new Role({ accountId, name: "r", path, id: "AROA", createdAt: now, tags: new Map(), trustPolicy });
      role.inlinePolicies.set("p", { name: "p", policy: parsePolicy(allow("rds:*"), "identity policy") });
      instance.account(accountId).iam.roles.add(role);
      const context = contextOf(instance, role.session({ sessionName: "s" }, now), "us-east-1");
      const resource = { arn: "arn:aws:rds:us-east-1:000000000000:db:d", accountId, policyIsRequired: false };
      expect(decide(accessRequest(context, { action: "rds:StartDBInstance", resource })).result).to.equal(result);
    });
  }
});
