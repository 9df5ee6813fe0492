import {
  CreateGroupCommand,
  CreateInstanceProfileCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateSAMLProviderCommand,
  CreateUserCommand,
} from "@aws-sdk/client-iam";
import { expect } from "chai";
import { Policy } from "../../../../emulator/authorization/policy.ts";
import { Group } from "../../../../emulator/services/iam/groups/group.ts";
import { ManagedPolicy } from "../../../../emulator/services/iam/policies/managedPolicy.ts";
import { Role } from "../../../../emulator/services/iam/roles/role.ts";
import { User } from "../../../../emulator/services/iam/users/user.ts";
import { clientsFor, refusalOf, startTestEmulator, type Emulator } from "../../../support/emulator.ts";
import { samlMetadata } from "./certificates.ts";
import { allow, trust } from "./document.ts";

const accountId = "000000000000";
const trustPolicy = new Policy("trust policy", "", []);

describe("IAM quotas of an account", () => {
  let emulator: Emulator;
  let iam: ReturnType<typeof clientsFor>["iam"];
  before(async () => {
    emulator = await startTestEmulator();
    ({ iam } = clientsFor(emulator));
  });
  after(() => emulator.stop());

  /** What every user, role and policy is made with. */
  const facts = (name: string) => ({ accountId, name, path: "/", id: name, createdAt: new Date(0), tags: new Map() });
  const version = { id: "v1", text: "", createdAt: new Date(0) };
  const store = () => emulator.instance.account(accountId).iam;
  const cases = [
    {
      what: "5000 users",
      count: 5000,
      quota: "UsersPerAccount",
      fill: (name: string) => store().users.add(new User(facts(name))),
      create: (UserName: string) => iam.send(new CreateUserCommand({ UserName })),
    },
    {
      what: "1000 roles",
      count: 1000,
      quota: "RolesPerAccount",
      fill: (name: string) => store().roles.add(new Role({ ...facts(name), trustPolicy })),
      create: (RoleName: string) =>
        iam.send(
          new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust(`arn:aws:iam::${accountId}:root`) }),
        ),
    },
    {
      what: "300 groups",
      count: 300,
      quota: "GroupsPerAccount",
      fill: (name: string) => store().groups.add(new Group(facts(name))),
      create: (GroupName: string) => iam.send(new CreateGroupCommand({ GroupName })),
    },
    {
      what: "1500 policies",
      count: 1500,
      quota: "PoliciesPerAccount",
      fill: (name: string) => store().policies.add(new ManagedPolicy({ ...facts(name), arn: name, version })),
      create: (PolicyName: string) =>
        iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument: allow("s3:Get*") })),
    },
    {
      what: "1000 instance profiles",
      count: 1000,
      quota: "InstanceProfilesPerAccount",
      fill: (name: string) =>
        store().instanceProfiles.add({ ...facts(name), arn: `arn:aws:iam::${accountId}:instance-profile/${name}` }),
      create: (InstanceProfileName: string) => iam.send(new CreateInstanceProfileCommand({ InstanceProfileName })),
    },
    {
      what: "100 OpenID Connect providers",
      count: 100,
      quota: "OpenIdConnectProvidersPerAccount",
      fill: (name: string) =>
        store().openIdConnectProviders.set(name, {
          ...{ arn: name, url: name, clientIds: new Set<string>(), thumbprints: [] },
          ...{ createdAt: new Date(0), tags: new Map<string, string>() },
        }),
      create: (name: string) =>
        iam.send(new CreateOpenIDConnectProviderCommand({ Url: `https://${name}.example.com` })),
    },
    {
      what: "100 SAML providers",
      count: 100,
      quota: "SAMLProvidersPerAccount",
      fill: (name: string) =>
        store().samlProviders.set(name, {
          ...{ arn: name, uuid: name, metadata: samlMetadata, validUntil: new Date(0) },
          ...{ createdAt: new Date(0), tags: new Map<string, string>() },
        }),
      create: (Name: string) => iam.send(new CreateSAMLProviderCommand({ Name, SAMLMetadataDocument: samlMetadata })),
    },
  ];
  for (const { what, count, quota, fill, create } of cases) {
    it(`let in ${what} and no more`, async () => {
      for (let index = 1; index < count; index++) fill(`filler-${index}`);
      await create("last");
      expect(await refusalOf(create("surplus"))).to.deep.equal({
        code: "LimitExceededException",
        message: `Cannot exceed quota for ${quota}: ${count}`,
        status: 409,
      });
    });
  }
});
