import type { PrincipalPolicies } from "../../authorization/accessRequest.ts";
import type { Instance } from "../../instance.ts";
import type { FederatedUser, Principal } from "../../principal.ts";
import type { AccessKey } from "./accessKey.ts";
import { readAwsManagedPolicies } from "./awsManagedPolicies.ts";
import { Directory } from "./directory.ts";
import type { Group } from "./group.ts";
import type { Identity } from "./identity.ts";
import { awsManagedPrefix, type ManagedPolicy } from "./managedPolicy.ts";
import type { OpenIdConnectProvider } from "./openIdConnectProvider.ts";
import type { Role } from "./role.ts";
import type { User } from "./user.ts";

/** IAM's state of one account. */
export class IamStore {
  readonly accountId: string;
  readonly users = new Directory<User>();
  readonly roles = new Directory<Role>();
  readonly groups = new Directory<Group>();
  /** The customer's own managed policies. */
  readonly policies = new Directory<ManagedPolicy>();
  /** By ARN. */
  readonly openIdConnectProviders = new Map<string, OpenIdConnectProvider>();
  /** Whom the latest credentials of each federated user speak for, by name: explanations ask by ARN. */
  readonly federatedUsers = new Map<string, () => FederatedUser | undefined>();
  readonly #instance: Instance;
  #awsPolicies?: Map<string, ManagedPolicy>;

  constructor(accountId: string, instance: Instance) {
    this.accountId = accountId;
    this.#instance = instance;
  }

  /** The policies of a principal of this account. A namesake of a deleted user or role gets nothing of its. */
  policiesOf(principal: Principal): PrincipalPolicies {
    const identity = this.#identityOf(principal);
    return {
      identity: identity?.policies() ?? [],
      boundary: identity?.boundary?.inForce(),
      session: "sessionPolicies" in principal ? principal.sessionPolicies : undefined,
    };
  }

  /** The unique id of a user or role of this account, found by its ARN. */
  uniqueIdOf(arn: string): string | undefined {
    const user = this.users.find(friendlyName(arn));
    return user?.arn === arn ? user.id : this.roleByArn(arn)?.id;
  }

  /** A role of this account, found by its ARN. */
  roleByArn(arn: string): Role | undefined {
    const role = this.roles.find(friendlyName(arn));
    return role?.arn === arn ? role : undefined;
  }

  /** All that policies can be attached to. */
  identities(): Identity[] {
    return [...this.users.all(), ...this.roles.all(), ...this.groups.all()];
  }

  /** AWS's own managed policies, by ARN; read on first use. */
  awsPolicies(): ReadonlyMap<string, ManagedPolicy> {
    return (this.#awsPolicies ??= readAwsManagedPolicies());
  }

  /** A managed policy that this account may use: AWS's own or one of the account. */
  managedPolicy(arn: string): ManagedPolicy | undefined {
    if (arn.startsWith(awsManagedPrefix)) return this.awsPolicies().get(arn);
    const policy = this.policies.find(friendlyName(arn));
    return policy?.arn === arn ? policy : undefined;
  }

  /** Makes an access key. From now on requests signed with it speak for the user, as the user then is. */
  addAccessKey(user: User): AccessKey {
    const { random, clock, credentials } = this.#instance;
    const key: AccessKey = {
      accessKeyId: random.accessKeyId("AKIA"),
      secretAccessKey: random.secretAccessKey(),
      createdAt: clock.now(),
      active: true,
    };
    user.accessKeys.set(key.accessKeyId, key);
    credentials.register(key.accessKeyId, this.accountId, () => {
      if (!key.active || this.users.find(user.name) !== user) return undefined;
      const used = (service: string, region: string) => {
        key.lastUsed = { at: clock.now(), service, region };
      };
      return { ...key, principal: user.principal(), used };
    });
    return key;
  }

  removeAccessKey(user: User, key: AccessKey): void {
    user.accessKeys.delete(key.accessKeyId);
    this.#instance.credentials.remove(key.accessKeyId);
  }

  #identityOf(principal: Principal): Identity | undefined {
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

/** The last part of an ARN, behind the path. */
function friendlyName(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
