import { defaultAccountId } from "../../../../emulator/instance.ts";
import { createAccessKey } from "../../../../emulator/services/iam/operations/createAccessKey.ts";
import { createPolicy } from "../../../../emulator/services/iam/operations/createPolicy.ts";
import { createRole } from "../../../../emulator/services/iam/operations/createRole.ts";
import { createUser } from "../../../../emulator/services/iam/operations/createUser.ts";
import { tags, type ServiceSamples } from "./serviceSamples.ts";

const allowAll = JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*" } });
const trust = JSON.stringify({
  Statement: {
    Effect: "Allow",
    Principal: { AWS: defaultAccountId },
    Action: ["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity"],
  },
});

export const iamSamples: ServiceSamples = {
  service: "iam",
  endings: {
    EntityAlreadyExists: ["CreateUser", "CreateRole", "CreatePolicy"],
    DeleteConflict: ["DeleteUser", "DeletePolicyVersion"],
    NoSuchEntity: [
      "GetUserPolicy",
      "DeleteUserPolicy",
      "DetachUserPolicy",
      "DeleteUserPermissionsBoundary",
      "GetLoginProfile",
      "UpdateLoginProfile",
      "DeleteLoginProfile",
      "GetGroup",
      "DeleteGroup",
      "UpdateGroup",
      "AddUserToGroup",
      "RemoveUserFromGroup",
      "PutGroupPolicy",
      "GetGroupPolicy",
      "ListGroupPolicies",
      "DeleteGroupPolicy",
      "AttachGroupPolicy",
      "DetachGroupPolicy",
      "ListAttachedGroupPolicies",
      "GetRolePolicy",
      "DeleteRolePolicy",
      "DetachRolePolicy",
      "DeleteRolePermissionsBoundary",
    ],
  },
  make: async (invoke) => {
    const names = { UserName: "Alice", RoleName: "reader", PolicyName: "all", GroupName: "readers" };
    await invoke(createUser, { UserName: names.UserName, Tags: tags });
    const { AccessKey } = await invoke(createAccessKey, { UserName: names.UserName });
    const { Role } = await invoke(createRole, {
      RoleName: names.RoleName,
      AssumeRolePolicyDocument: trust,
      Tags: tags,
    });
    const { Policy } = await invoke(createPolicy, {
      PolicyName: names.PolicyName,
      PolicyDocument: allowAll,
      Tags: tags,
    });
    return {
      members: {
        ...names,
        AccessKeyId: AccessKey?.AccessKeyId,
        AssumeRolePolicyDocument: trust,
        Description: "",
        NewUserName: "Bob",
        NewGroupName: "writers",
        PermissionsBoundary: Policy?.Arn,
        Password: "correct-Horse-7",
        ActionNames: ["s3:GetObject"],
        PolicyInputList: [allowAll],
        PolicySourceArn: Role.Arn,
        PolicyArn: Policy?.Arn,
        PolicyDocument: allowAll,
        Status: "Active",
        TagKeys: ["team"],
        Tags: tags,
        VersionId: "v1",
      },
      ofOperation: { UpdateAssumeRolePolicy: { PolicyDocument: trust } },
    };
  },
};
