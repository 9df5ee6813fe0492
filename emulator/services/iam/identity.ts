import type { NamedPolicy } from "../../authorization/accessRequest.ts";
import type { ManagedPolicy } from "./policies/managedPolicy.ts";

/** What every user, role and group is made with. */
export interface IdentityFacts {
  readonly accountId: string;
  readonly name: string;
  /** Begins and ends with `/`. */
  readonly path: string;
  /** The unique id: `AIDA…`, `AROA…` or `AGPA…`. Never used again for another identity. */
  readonly id: string;
  readonly createdAt: Date;
  readonly tags: ReadonlyMap<string, string>;
  readonly boundary?: ManagedPolicy;
}

/** When and in which region a service was last called. */
export interface ServiceAccess {
  readonly at: Date;
  readonly region: string;
}

/** What users, roles and groups have in common: a name in a path, tags, inline policies and attached managed policies. */
export abstract class Identity {
  abstract readonly kind: "user" | "role" | "group";
  readonly accountId: string;
  readonly id: string;
  readonly createdAt: Date;
  tags: ReadonlyMap<string, string>;
  /** By name. */
  readonly inlinePolicies = new Map<string, NamedPolicy>();
  /** Its latest call of each service, denied ones included, by the prefix of the service's actions; groups make none. */
  readonly accesses = new Map<string, ServiceAccess>();
  #name: string;
  #path: string;
  #arn?: string;
  /** By ARN. */
  readonly #attached = new Map<string, ManagedPolicy>();
  #boundary?: ManagedPolicy;

  constructor(facts: IdentityFacts) {
    this.accountId = facts.accountId;
    this.#name = facts.name;
    this.#path = facts.path;
    this.id = facts.id;
    this.createdAt = facts.createdAt;
    this.tags = facts.tags;
    this.boundary = facts.boundary;
  }

  /** The managed policies that are attached, by ARN. */
  get attachedPolicies(): ReadonlyMap<string, ManagedPolicy> {
    return this.#attached;
  }

  attach(policy: ManagedPolicy): void {
    this.#attached.set(policy.arn, policy);
    policy.attachedTo.add(this);
  }

  /** Returns whether the policy was attached. */
  detach(arn: string): boolean {
    this.#attached.get(arn)?.attachedTo.delete(this);
    return this.#attached.delete(arn);
  }

  /** The most that identity policies can allow. */
  get boundary(): ManagedPolicy | undefined {
    return this.#boundary;
  }

  set boundary(policy: ManagedPolicy | undefined) {
    this.#boundary?.boundedBy.delete(this);
    policy?.boundedBy.add(this);
    this.#boundary = policy;
  }

  get name(): string {
    return this.#name;
  }

  get path(): string {
    return this.#path;
  }

  get arn(): string {
    this.#arn ??= identityArn(this.accountId, this.kind, this.#path, this.#name);
    return this.#arn;
  }

  rename(name: string, path: string = this.#path): void {
    this.#name = name;
    this.#path = path;
    this.#arn = undefined;
  }

  /**
   * All identity policies, inline ones first. Documents are parsed when they are written, and the default version of a
   * managed policy keeps its own parsed form, so there is nothing here that could become stale.
   */
  policies(): NamedPolicy[] {
    return [...this.inlinePolicies.values(), ...[...this.#attached.values()].map((policy) => policy.inForce())];
  }
}

/** The ARN of a user, role or group. Source: IAM User Guide, "IAM identifiers". */
export function identityArn(accountId: string, kind: Identity["kind"], path: string, name: string): string {
  return `arn:aws:iam::${accountId}:${kind}${path}${name}`;
}
