import type { ControlPolicies, NamedPolicy } from "./authorization/accessRequest.ts";
import type { PolicyKind } from "./authorization/policy.ts";
import { readNamedPolicy } from "./authorization/readNamedPolicy.ts";

/** The accounts of an organization and the policies that bind them, as they are configured. */
export interface OrganizationSettings {
  /** For example `o-exampleorgid`. */
  readonly id: string;
  /** By account id. Accounts that are not named here belong to no organization. */
  readonly accounts: Readonly<Record<string, AccountControls>>;
}

/** Policy documents by name, one record for each level from the root down to the account. Absent: `FullAWSAccess` alone. */
export interface AccountControls {
  /**
   * Where the account is: the root's id and those of its organizational units, `r-ab12/ou-ab12-11111111`. Default: right
   * below a root `r-root`.
   */
  readonly path?: string;
  readonly serviceControlPolicies?: readonly Readonly<Record<string, string>>[];
  readonly resourceControlPolicies?: readonly Readonly<Record<string, string>>[];
}

type Levels = readonly (readonly NamedPolicy[])[];

/**
 * An organization: who belongs to it, and which control policies bind the accounts. `RCPFullAWSAccess` is attached at every
 * level and cannot be detached; a service control policy must allow at every level.
 * Source: Organizations User Guide, "SCP evaluation" and "Resource control policies".
 */
export class Organization {
  readonly id: string;
  readonly #service: ReadonlyMap<string, Levels>;
  readonly #resource: ReadonlyMap<string, Levels>;
  readonly #paths: ReadonlyMap<string, string>;

  /** @throws PolicyError for a policy that AWS would refuse. */
  constructor({ id, accounts }: OrganizationSettings) {
    this.id = id;
    const entries = Object.entries(accounts);
    this.#paths = new Map(entries.map(([accountId, { path = "r-root" }]) => [accountId, `${id}/${path}/`]));
    this.#service = new Map(
      entries.map(([accountId, { serviceControlPolicies = [{ FullAWSAccess: fullServiceAccess }] }]) => {
        return [accountId, serviceControlPolicies.map((level) => named(level, "service control policy"))];
      }),
    );
    this.#resource = new Map(
      entries.map(([accountId, { resourceControlPolicies = [{}] }]) => {
        const levels = resourceControlPolicies.map((level) => ({ ...level, RCPFullAWSAccess: fullResourceAccess }));
        return [accountId, levels.map((level) => named(level, "resource control policy"))];
      }),
    );
  }

  /**
   * Where an account is in the organization, as `aws:PrincipalOrgPaths` states it; nothing for an account outside of it.
   * Source: IAM User Guide, "AWS global condition context keys": `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/`.
   */
  pathOf(accountId: string): string | undefined {
    return this.#paths.get(accountId);
  }

  /** The policies that bind a call: the principal's account by service, the resource's account by resource control policies. */
  controls(principalAccountId: string, resourceAccountId: string): ControlPolicies {
    return {
      service: this.#service.get(principalAccountId),
      resource: this.#resource.get(resourceAccountId),
    };
  }
}

const fullServiceAccess = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});

const fullResourceAccess = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
});

function named(level: Readonly<Record<string, string>>, kind: PolicyKind): readonly NamedPolicy[] {
  return Object.entries(level).map(([name, text]) => readNamedPolicy(name, text, kind));
}
