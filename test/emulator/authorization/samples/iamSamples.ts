import { defaultAccountId } from "../../../../emulator/instance.ts";
import { createAccessKey } from "../../../../emulator/services/iam/operations/createAccessKey.ts";
import { createInstanceProfile } from "../../../../emulator/services/iam/operations/createInstanceProfile.ts";
import { createOpenIDConnectProvider } from "../../../../emulator/services/iam/operations/createOpenIDConnectProvider.ts";
import { createPolicy } from "../../../../emulator/services/iam/operations/createPolicy.ts";
import { createRole } from "../../../../emulator/services/iam/operations/createRole.ts";
import { createSAMLProvider } from "../../../../emulator/services/iam/operations/createSAMLProvider.ts";
import { createServiceSpecificCredential } from "../../../../emulator/services/iam/operations/createServiceSpecificCredential.ts";
import { createUser } from "../../../../emulator/services/iam/operations/createUser.ts";
import { createVirtualMFADevice } from "../../../../emulator/services/iam/operations/createVirtualMFADevice.ts";
import { updateAccountPasswordPolicy } from "../../../../emulator/services/iam/operations/updateAccountPasswordPolicy.ts";
import { uploadServerCertificate } from "../../../../emulator/services/iam/operations/uploadServerCertificate.ts";
import { uploadSigningCertificate } from "../../../../emulator/services/iam/operations/uploadSigningCertificate.ts";
import { uploadSSHPublicKey } from "../../../../emulator/services/iam/operations/uploadSSHPublicKey.ts";
import { anotherCertificate, certificate, privateKey, samlMetadata, sshKey } from "../../services/iam/certificates.ts";
import { tags, type Invoke, type Members, type ServiceSamples } from "./serviceSamples.ts";

const allowAll = JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } });
const trust = JSON.stringify({
  Statement: {
    Effect: "Allow",
    Principal: { AWS: defaultAccountId },
    Action: ["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity"],
  },
});

/** What every request may name: all of it is there. */
const names = {
  UserName: "Alice",
  RoleName: "reader",
  PolicyName: "all",
  GroupName: "readers",
  InstanceProfileName: "machines",
  ServerCertificateName: "site",
  VirtualMFADeviceName: "phone",
  Name: "Corporate",
  Url: "https://idp.example.com",
};

const stated: Members = {
  ...names,
  AccountAlias: "example",
  ActionNames: ["s3:GetObject"],
  AssumeRolePolicyDocument: trust,
  AuthenticationCode1: "000000",
  AuthenticationCode2: "000000",
  AWSServiceName: "rds.amazonaws.com",
  CertificateBody: anotherCertificate,
  ClientID: "client",
  DeletionTaskId: "task/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS/1",
  Description: "",
  Encoding: "PEM",
  NewGroupName: "writers",
  NewPassword: "correct-Horse-8",
  NewServerCertificateName: "other-site",
  NewUserName: "Bob",
  OldPassword: "correct-Horse-7",
  Password: "correct-Horse-7",
  PolicyDocument: allowAll,
  PolicyInputList: [allowAll],
  PrivateKey: privateKey,
  SAMLMetadataDocument: samlMetadata,
  ServiceName: "codecommit.amazonaws.com",
  JobId: "00000000-0000-4000-8000-000000000000",
  ServiceNamespace: "s3",
  ServiceNamespaces: ["s3"],
  SSHPublicKeyBody: sshKey,
  Status: "Active",
  TagKeys: ["team"],
  Tags: tags,
  ThumbprintList: ["0".repeat(40)],
  VersionId: "v1",
};

/** Makes what the requests name beyond users, roles and policies. */
async function makeCredentialsAndProviders(invoke: Invoke): Promise<Members> {
  const { UserName, ServerCertificateName, VirtualMFADeviceName } = names;
  await invoke(createInstanceProfile, { InstanceProfileName: names.InstanceProfileName, Tags: tags });
  await invoke(updateAccountPasswordPolicy, {});
  const { VirtualMFADevice } = await invoke(createVirtualMFADevice, { VirtualMFADeviceName, Tags: tags });
  const { Certificate } = await invoke(uploadSigningCertificate, { UserName, CertificateBody: certificate });
  const { SSHPublicKey } = await invoke(uploadSSHPublicKey, { UserName, SSHPublicKeyBody: sshKey });
  const { ServiceSpecificCredential } = await invoke(createServiceSpecificCredential, {
    UserName,
    ServiceName: "codecommit.amazonaws.com",
  });
  await invoke(uploadServerCertificate, {
    ServerCertificateName,
    CertificateBody: certificate,
    PrivateKey: privateKey,
    Tags: tags,
  });
  const saml = { Name: names.Name, SAMLMetadataDocument: samlMetadata, Tags: tags };
  return {
    ...(await invoke(createSAMLProvider, saml)),
    ...(await invoke(createOpenIDConnectProvider, { Url: names.Url, Tags: tags })),
    SerialNumber: VirtualMFADevice?.SerialNumber,
    CertificateId: Certificate?.CertificateId,
    SSHPublicKeyId: SSHPublicKey?.SSHPublicKeyId,
    ServiceSpecificCredentialId: ServiceSpecificCredential?.ServiceSpecificCredentialId,
    Tags: tags,
  };
}

export const iamSamples: ServiceSamples = {
  service: "iam",
  endings: {
    DeleteConflict: ["DeleteUser", "DeletePolicyVersion"],
    DuplicateSSHPublicKey: ["UploadSSHPublicKey"],
    EntityAlreadyExists: [
      "CreateUser",
      "CreateRole",
      "CreatePolicy",
      "CreateInstanceProfile",
      "CreateVirtualMFADevice",
      "CreateOpenIDConnectProvider",
      "CreateSAMLProvider",
      "UploadServerCertificate",
    ],
    InvalidAuthenticationCode: ["EnableMFADevice"],
    InvalidInput: ["DeleteServiceLinkedRole"],
    ReportNotPresent: ["GetCredentialReport"],
    NoSuchEntity: [
      // Only whoever asked for a report reads it.
      "GetServiceLastAccessedDetails",
      "GetServiceLastAccessedDetailsWithEntities",
      "ChangePassword",
      "DeactivateMFADevice",
      "DeleteAccountAlias",
      "GetMFADevice",
      "GetServiceLinkedRoleDeletionStatus",
      "RemoveRoleFromInstanceProfile",
      "ResyncMFADevice",
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
        ...stated,
        ...(await makeCredentialsAndProviders(invoke)),
        AccessKeyId: AccessKey?.AccessKeyId,
        Arn: Role.Arn,
        PermissionsBoundary: Policy?.Arn,
        PolicyArn: Policy?.Arn,
        PolicySourceArn: Role.Arn,
      },
      ofOperation: { UpdateAssumeRolePolicy: { PolicyDocument: trust } },
    };
  },
};
