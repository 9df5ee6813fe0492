import type { NamedPolicy, PrincipalPolicies } from "../../authorization/accessRequest.ts";
import type { Instance } from "../../instance.ts";
import { identityIdOf, type FederatedUser, type Principal } from "../../principal.ts";
import type { IdentityPolicies } from "../../visibility/visibility.ts";
import type { CredentialReport } from "./account/credentialReport.ts";
import { ownPasswordPermission } from "./account/ownPasswordPermission.ts";
import type { PasswordPolicy } from "./account/passwordPolicy.ts";
import type { AccessKey } from "./credentials/accessKey.ts";
import type { MfaDevice } from "./credentials/mfaDevice.ts";
import type { ServerCertificate } from "./credentials/serverCertificate.ts";
import { Directory } from "./directory.ts";
import type { Group } from "./groups/group.ts";
import type { Identity } from "./identity.ts";
import { LastAccessedReports } from "./lastAccess/lastAccessedReports.ts";
import { readAwsManagedPolicies } from "./policies/awsManagedPolicies.ts";
import { awsManagedPrefix, type ManagedPolicy } from "./policies/managedPolicy.ts";
import type { OpenIdConnectProvider } from "./providers/openIdConnectProvider.ts";
import type { SamlProvider } from "./providers/samlProvider.ts";
import type { InstanceProfile } from "./roles/instanceProfile.ts";
import type { Role } from "./roles/role.ts";
import type { User } from "./users/user.ts";

/** IAM's state of one account. */
export class IamStore {
  readonly accountId: string;
  readonly users = new Directory<User>();
  readonly roles = new Directory<Role>();
  readonly groups = new Directory<Group>();
  /** The customer's own managed policies. */
  readonly policies = new Directory<ManagedPolicy>();
  readonly instanceProfiles = new Directory<InstanceProfile>();
  readonly serverCertificates = new Directory<ServerCertificate>();
  /** Virtual MFA devices, by serial number. */
  readonly mfaDevices = new Map<string, MfaDevice>();
  /** By ARN. */
  readonly openIdConnectProviders = new Map<string, OpenIdConnectProvider>();
  /** By ARN. */
  readonly samlProviders = new Map<string, SamlProvider>();
  /** Whom the latest credentials of each federated user speak for, by name: explanations ask by ARN. */
  readonly federatedUsers = new Map<string, () => FederatedUser | undefined>();
  /** Ids of the deletions of service-linked roles, all of which have succeeded. */
  readonly roleDeletions = new Set<string>();
  /** Stands for the account's id in the address of the console. */
  alias?: string;
  /** Absent: AWS's default holds. */
  passwordPolicy?: PasswordPolicy;
  credentialReport?: CredentialReport;
  readonly lastAccessedReports = new LastAccessedReports();
  readonly #instance: Instance;
  /** Whose an access key is, by its id. */
  readonly #keyOwners = new Map<string, User>();
  #awsPolicies?: Map<string, ManagedPolicy>;

  constructor(accountId: string, instance: Instance) {
    this.accountId = accountId;
    this.#instance = instance;
  }

  /** The policies of a principal of this account. A namesake of a deleted user or role gets nothing of its. */
  policiesOf(principal: Principal): PrincipalPolicies {
    const id = identityIdOf(principal);
    const identity = this.#identityOf(principal);
    const written = identity && this.writtenPolicies(identity);
    const visible = id === undefined ? undefined : this.#instance.visibility.see("policies", id, written);
    return {
      identity: visible?.identity ?? [],
      boundary: visible?.boundary,
      session: "sessionPolicies" in principal ? principal.sessionPolicies : undefined,
    };
  }

  /** The policies of a user or role as they are written. */
  writtenPolicies(identity: User | Role): IdentityPolicies {
    return { identity: this.#identityPoliciesOf(identity), boundary: identity.boundary?.inForce() };
  }

  /** Notes that a caller tries to use a service, allowed or not: a session counts for its role, a federated user for the user. */
  noteAccess(caller: Principal, service: string, region: string): void {
    this.#identityOf(caller)?.accesses.set(service, { at: this.#instance.clock.now(), region });
  }

  /** The unique id of a user or role of this account, found by its ARN. */
  uniqueIdOf(arn: string): string | undefined {
    const written = (this.users.findByArn(arn) ?? this.roles.findByArn(arn))?.id;
    return this.#instance.visibility.see("uniqueId", arn, written);
  }

  /** A role of this account, found by its ARN. */
  roleByArn(arn: string): Role | undefined {
    return this.roles.findByArn(arn);
  }

  /** A user, role or group of this account, found by its ARN. */
  identityByArn(arn: string): Identity | undefined {
    return this.users.findByArn(arn) ?? this.roles.findByArn(arn) ?? this.groups.findByArn(arn);
  }

  /** AWS's own managed policies, by ARN; read on first use. */
  awsPolicies(): ReadonlyMap<string, ManagedPolicy> {
    return (this.#awsPolicies ??= readAwsManagedPolicies());
  }

  /** A managed policy that this account may use: AWS's own or one of the account. */
  managedPolicy(arn: string): ManagedPolicy | undefined {
    if (arn.startsWith(awsManagedPrefix)) return this.awsPolicies().get(arn);
    return this.policies.findByArn(arn);
  }

  /** Makes an access key, or adds a given one. From now on requests signed with it speak for the user, as the user then is. */
  addAccessKey(user: User, given?: Pick<AccessKey, "accessKeyId" | "secretAccessKey">): AccessKey {
    const { random, clock, credentials } = this.#instance;
    const key: AccessKey = {
      accessKeyId: given?.accessKeyId ?? random.accessKeyId("AKIA"),
      secretAccessKey: given?.secretAccessKey ?? random.secretAccessKey(),
      createdAt: clock.now(),
      active: true,
    };
    user.accessKeys.set(key.accessKeyId, key);
    this.#keyOwners.set(key.accessKeyId, user);
    credentials.register(key.accessKeyId, this.accountId, () => {
      if (!key.active || this.users.find(user.name) !== user) return undefined;
      const used = (service: string, region: string) => {
        key.lastUsed = { at: clock.now(), service, region };
      };
      const { accessKeyId, secretAccessKey } = key;
      return { accessKeyId, secretAccessKey, principal: user.principal(), used };
    });
    return key;
  }

  /** The user of this account whose access key has this id. */
  ownerOfAccessKey(accessKeyId: string): User | undefined {
    return this.#keyOwners.get(accessKeyId);
  }

  removeAccessKey(user: User, key: AccessKey): void {
    user.accessKeys.delete(key.accessKeyId);
    this.#keyOwners.delete(key.accessKeyId);
    this.#instance.credentials.remove(key.accessKeyId);
  }

  /** Its own, and what the account's password policy gives to every user. */
  #identityPoliciesOf(identity: User | Role): NamedPolicy[] {
    const policies = identity.policies();
    const mayChangePassword = identity.kind === "user" && this.passwordPolicy?.AllowUsersToChangePassword;
    return mayChangePassword ? [...policies, ownPasswordPermission] : policies;
  }

  #identityOf(principal: Principal): User | Role | undefined {
    if (principal.kind === "user") {
      const user = this.users.find(principal.userName);
      return user?.id === principal.principalId ? user : undefined;
    }
    if (principal.kind === "federated user") return this.#identityOf(principal.federatedBy);
    if (principal.kind !== "role session") return undefined;
    const role = this.roles.find(principal.roleName);
    return role?.id === principal.roleId ? role : undefined;
  }
}
