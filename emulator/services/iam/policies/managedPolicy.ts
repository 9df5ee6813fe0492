import type { NamedPolicy } from "../../../authorization/accessRequest.ts";
import { parsePolicy } from "../../../authorization/policy.ts";
import type { Identity } from "../identity.ts";

/** One version of a managed policy. */
export interface PolicyVersion {
  /** `v1`, `v2` … */
  readonly id: string;
  readonly text: string;
  readonly createdAt: Date;
}

/** What a managed policy is made with. */
export interface ManagedPolicyFacts {
  readonly arn: string;
  readonly name: string;
  /** Begins and ends with `/`. */
  readonly path: string;
  readonly id?: string;
  readonly description?: string;
  readonly createdAt: Date;
  readonly tags?: ReadonlyMap<string, string>;
  /** The first version, which is the default. */
  readonly version: PolicyVersion;
}

/** A managed policy: AWS's own, of which only the default version is known, or a customer's. */
export class ManagedPolicy {
  readonly arn: string;
  readonly name: string;
  readonly path: string;
  /** Absent for AWS's own policies: the data does not state it. */
  readonly id?: string;
  readonly description?: string;
  readonly createdAt: Date;
  tags: ReadonlyMap<string, string>;
  /** By id, in the order of their making. */
  readonly versions = new Map<string, PolicyVersion>();
  /** The users, roles and groups that the policy is attached to. */
  readonly attachedTo = new Set<Identity>();
  /** The users and roles whose permissions boundary the policy is. */
  readonly boundedBy = new Set<Identity>();
  updatedAt: Date;
  #defaultVersion: PolicyVersion;
  #inForce?: NamedPolicy;
  #versionsMade = 1;

  constructor(facts: ManagedPolicyFacts) {
    this.arn = facts.arn;
    this.name = facts.name;
    this.path = facts.path;
    this.id = facts.id;
    this.description = facts.description;
    this.createdAt = facts.createdAt;
    this.updatedAt = facts.version.createdAt;
    this.tags = facts.tags ?? new Map<string, string>();
    this.versions.set(facts.version.id, facts.version);
    this.#defaultVersion = facts.version;
  }

  get defaultVersion(): PolicyVersion {
    return this.#defaultVersion;
  }

  /** From now on the version is in force wherever the policy is attached. */
  setDefaultVersion(version: PolicyVersion, now: Date): void {
    this.#defaultVersion = version;
    this.#inForce = undefined;
    this.updatedAt = now;
  }

  /** Adds a version under the next number; numbers are never used again. */
  addVersion(text: string, now: Date): PolicyVersion {
    this.#versionsMade += 1;
    const version = { id: `v${this.#versionsMade}`, text, createdAt: now };
    this.versions.set(version.id, version);
    this.updatedAt = now;
    return version;
  }

  /**
   * The default version, parsed on first use. Throws a PolicyError if an AWS managed policy needs what the engine does
   * not evaluate yet; a customer's was checked when it was written.
   */
  inForce(): NamedPolicy {
    const { text } = this.#defaultVersion;
    this.#inForce ??= { name: this.arn, policy: parsePolicy(text, "identity policy") };
    return this.#inForce;
  }
}

/** Versions of one policy. Source: IAM User Guide, "IAM and AWS STS quotas". */
export const maximumVersions = 5;

/** How the ARNs of AWS's own managed policies begin. */
export const awsManagedPrefix = "arn:aws:iam::aws:policy/";
