import type { EntityType, IAM } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { refusalOf, rootOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { certificate, privateKey, samlMetadata } from "./certificates.ts";
import { allow, trust } from "./document.ts";
import { alreadyExists, iamClient, noSuchEntity } from "./iamClient.ts";

const account = "arn:aws:iam::000000000000";
const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

describe("An account of IAM", () => {
  let emulator: Emulator;
  let iam: IAM;
  beforeEach(async () => {
    emulator = await startTestEmulator();
    iam = iamClient(emulator);
  });
  afterEach(() => emulator.stop());

  it("has one alias, which no other account has", async () => {
    const other = iamClient(emulator, rootOf("111111111111"));
    const aliases = async (client: IAM) => (await client.listAccountAliases({})).AccountAliases;
    expect(await aliases(iam)).to.deep.equal([]);
    await iam.createAccountAlias({ AccountAlias: "first" });
    await iam.createAccountAlias({ AccountAlias: "second" });
    expect(await aliases(iam)).to.deep.equal(["second"]);
    expect(await refusalOf(other.createAccountAlias({ AccountAlias: "second" }))).to.deep.equal(
      alreadyExists("The account alias second already exists."),
    );
    await other.createAccountAlias({ AccountAlias: "first" });
    expect(await refusalOf(iam.deleteAccountAlias({ AccountAlias: "first" }))).to.deep.equal(
      noSuchEntity("The account alias first cannot be found."),
    );
    await iam.deleteAccountAlias({ AccountAlias: "second" });
    await other.createAccountAlias({ AccountAlias: "second" });
    expect([await aliases(iam), await aliases(other)]).to.deep.equal([[], ["second"]]);
  });

  for (const alias of ["ab", "Upper", "a--b", "-a-b", "a".repeat(64)]) {
    it(`does not have the alias ${alias}`, async () => {
      expect((await refusalOf(iam.createAccountAlias({ AccountAlias: alias }))).code).to.equal("ValidationError");
    });
  }

  it("sums up what it has, with AWS's quotas", async () => {
    const summary = async () => (await iam.getAccountSummary({})).SummaryMap;
    const quotas = {
      AccessKeysPerUserQuota: 2,
      AccountAccessKeysPresent: 0,
      AccountMFAEnabled: 0,
      AccountPasswordPresent: 0,
      AccountSigningCertificatesPresent: 0,
      AssumeRolePolicySizeQuota: 2048,
      AttachedPoliciesPerGroupQuota: 10,
      AttachedPoliciesPerRoleQuota: 10,
      AttachedPoliciesPerUserQuota: 10,
      GlobalEndpointTokenVersion: 1,
      GroupPolicySizeQuota: 5120,
      GroupsPerUserQuota: 10,
      GroupsQuota: 300,
      InstanceProfilesQuota: 1000,
      PoliciesQuota: 1500,
      PolicySizeQuota: 6144,
      PolicyVersionsInUseQuota: 10_000,
      RolePolicySizeQuota: 10_240,
      RolesQuota: 1000,
      ServerCertificatesQuota: 20,
      SigningCertificatesPerUserQuota: 2,
      UserPolicySizeQuota: 2048,
      UsersQuota: 5000,
      VersionsPerPolicyQuota: 5,
    };
    const used = (count: number) => ({
      ...{ Users: count, Groups: count, Roles: count, Policies: count, PolicyVersionsInUse: 2 * count },
      ...{ InstanceProfiles: count, ServerCertificates: count, MFADevices: count, MFADevicesInUse: 0 },
      Providers: 2 * count,
    });
    expect(await summary()).to.deep.equal({ ...quotas, ...used(0) });
    await iam.createUser({ UserName: "u" });
    await iam.createGroup({ GroupName: "g" });
    await iam.createRole({ RoleName: "r", AssumeRolePolicyDocument: trust(`${account}:root`) });
    await iam.createPolicy({ PolicyName: "p", PolicyDocument: allow("s3:Get*") });
    await iam.createPolicyVersion({ PolicyArn: `${account}:policy/p`, PolicyDocument: allow("s3:Put*") });
    await iam.createInstanceProfile({ InstanceProfileName: "i" });
    const body = { CertificateBody: certificate, PrivateKey: privateKey };
    await iam.uploadServerCertificate({ ServerCertificateName: "c", ...body });
    await iam.createVirtualMFADevice({ VirtualMFADeviceName: "m" });
    await iam.createSAMLProvider({ Name: "s", SAMLMetadataDocument: samlMetadata });
    await iam.createOpenIDConnectProvider({ Url: "https://idp.example.com" });
    expect(await summary()).to.deep.equal({ ...quotas, ...used(1) });
  });

  describe("shows all authorization details:", () => {
    const PolicyArn = `${account}:policy/p`;
    const AssumeRolePolicyDocument = trust(`${account}:root`);
    beforeEach(async () => {
      await iam.createUser({ UserName: "Ada", Path: "/eu/", Tags: [{ Key: "a", Value: "b" }] });
      await iam.createGroup({ GroupName: "Readers" });
      await iam.addUserToGroup({ GroupName: "Readers", UserName: "Ada" });
      await iam.createRole({ RoleName: "Web", AssumeRolePolicyDocument });
      await iam.createInstanceProfile({ InstanceProfileName: "i" });
      await iam.addRoleToInstanceProfile({ InstanceProfileName: "i", RoleName: "Web" });
      await iam.createPolicy({ PolicyName: "p", PolicyDocument: allow("s3:Get*") });
      await iam.createPolicyVersion({ PolicyArn, PolicyDocument: allow("s3:Put*"), SetAsDefault: true });
      const inline = { PolicyName: "own", PolicyDocument: allow("sqs:*") };
      await iam.putUserPolicy({ UserName: "Ada", ...inline });
      await iam.putGroupPolicy({ GroupName: "Readers", ...inline });
      await iam.putRolePolicy({ RoleName: "Web", ...inline });
      await iam.attachUserPolicy({ UserName: "Ada", PolicyArn });
      await iam.attachGroupPolicy({ GroupName: "Readers", PolicyArn: readOnly });
      await iam.putUserPermissionsBoundary({ UserName: "Ada", PermissionsBoundary: PolicyArn });
    });

    const inlineShown = [
      { PolicyName: "own", PolicyDocument: encodeURIComponent(allow("sqs:*")).replace(/\*/g, "%2A") },
    ];

    it("users with groups, policies, boundary and tags", async () => {
      const { UserDetailList = [] } = await iam.getAccountAuthorizationDetails({ Filter: ["User"] });
      const { User } = await iam.getUser({ UserName: "Ada" });
      expect(UserDetailList).to.deep.equal([
        {
          Path: "/eu/",
          UserName: "Ada",
          UserId: User?.UserId,
          Arn: `${account}:user/eu/Ada`,
          CreateDate: User?.CreateDate,
          Tags: [{ Key: "a", Value: "b" }],
          GroupList: ["Readers"],
          UserPolicyList: inlineShown,
          AttachedManagedPolicies: [{ PolicyName: "p", PolicyArn }],
          PermissionsBoundary: { PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: PolicyArn },
        },
      ]);
    });

    it("groups, and roles with instance profiles and last use", async () => {
      const { GroupDetailList = [], RoleDetailList = [] } = await iam.getAccountAuthorizationDetails({});
      expect(
        GroupDetailList.map(({ GroupName, GroupPolicyList, AttachedManagedPolicies }) => ({
          GroupName,
          GroupPolicyList,
          AttachedManagedPolicies,
        })),
      ).to.deep.equal([
        {
          GroupName: "Readers",
          GroupPolicyList: inlineShown,
          AttachedManagedPolicies: [{ PolicyName: "ReadOnlyAccess", PolicyArn: readOnly }],
        },
      ]);
      const [role] = RoleDetailList;
      expect(role?.InstanceProfileList?.map(({ InstanceProfileName }) => InstanceProfileName)).to.deep.equal(["i"]);
      expect(decodeURIComponent(role?.AssumeRolePolicyDocument ?? "")).to.equal(AssumeRolePolicyDocument);
      expect([role?.RolePolicyList, role?.AttachedManagedPolicies, role?.RoleLastUsed]).to.deep.equal([
        inlineShown,
        [],
        {},
      ]);
    });

    it("policies with all their versions: the account's own, and AWS's that are used", async () => {
      const { Policies = [] } = await iam.getAccountAuthorizationDetails({});
      expect(Policies.map(({ PolicyName }) => PolicyName)).to.deep.equal(["p", "ReadOnlyAccess"]);
      const [own] = Policies;
      expect([own?.AttachmentCount, own?.PermissionsBoundaryUsageCount, own?.DefaultVersionId]).to.deep.equal([
        1,
        1,
        "v2",
      ]);
      expect(
        own?.PolicyVersionList?.map(({ VersionId, IsDefaultVersion, Document = "" }) => [
          VersionId,
          IsDefaultVersion,
          decodeURIComponent(Document),
        ]),
      ).to.deep.equal([
        ["v2", true, allow("s3:Put*")],
        ["v1", false, allow("s3:Get*")],
      ]);
    });

    it("page by page, and only of the kinds that are asked for", async () => {
      const names = async (Filter?: EntityType[], Marker?: string): Promise<(string | undefined)[]> => {
        const page = await iam.getAccountAuthorizationDetails({ Filter, MaxItems: 2, Marker });
        const shown = [
          ...(page.UserDetailList ?? []).map(({ UserName }) => UserName),
          ...(page.GroupDetailList ?? []).map(({ GroupName }) => GroupName),
          ...(page.RoleDetailList ?? []).map(({ RoleName }) => RoleName),
          ...(page.Policies ?? []).map(({ PolicyName }) => PolicyName),
        ];
        expect(shown).to.have.length.within(1, 2);
        return page.IsTruncated ? [...shown, "|", ...(await names(Filter, page.Marker))] : shown;
      };
      expect(await names()).to.deep.equal(["Ada", "Readers", "|", "Web", "p", "|", "ReadOnlyAccess"]);
      expect(await names(["Role", "LocalManagedPolicy"])).to.deep.equal(["Web", "p"]);
      expect(await names(["AWSManagedPolicy"])).to.deep.equal(["ReadOnlyAccess"]);
    });
  });
});
