import type { NamedPolicy } from "../../authorization/accessRequest.ts";
import { parsePolicy, type Policy } from "../../authorization/policy.ts";

/** One version of a managed policy. AWS's own policies carry no dates here: the data does not state them. */
export interface PolicyVersion {
  /** `v1`, `v2` … */
  readonly id: string;
  readonly text: string;
  readonly createdAt?: Date;
}

/** A managed policy: AWS's own or a customer's. */
export class ManagedPolicy {
  readonly arn: string;
  readonly name: string;
  readonly path: string;
  /** Absent for AWS's own policies: the data does not state it. */
  readonly id?: string;
  readonly description?: string;
  readonly tags = new Map<string, string>();
  /** By id. */
  readonly versions = new Map<string, PolicyVersion>();
  #defaultVersion: PolicyVersion;
  #inForce?: NamedPolicy;

  constructor(facts: {
    arn: string;
    name: string;
    path: string;
    id?: string;
    description?: string;
    version: PolicyVersion;
  }) {
    this.arn = facts.arn;
    this.name = facts.name;
    this.path = facts.path;
    this.id = facts.id;
    this.description = facts.description;
    this.versions.set(facts.version.id, facts.version);
    this.#defaultVersion = facts.version;
  }

  get isAwsManaged(): boolean {
    return this.arn.startsWith(awsManagedPrefix);
  }

  get defaultVersion(): PolicyVersion {
    return this.#defaultVersion;
  }

  set defaultVersion(version: PolicyVersion) {
    this.#defaultVersion = version;
    this.#inForce = undefined;
  }

  /**
   * The default version, parsed on first use. Throws a PolicyError if an AWS managed policy needs what the engine does
   * not evaluate yet; a customer's was checked when it was written.
   */
  inForce(): NamedPolicy {
    const policy: Policy = this.#inForce?.policy ?? parsePolicy(this.#defaultVersion.text, "identity policy");
    this.#inForce ??= { name: this.arn, policy };
    return this.#inForce;
  }
}

/** How the ARNs of AWS's own managed policies begin. */
export const awsManagedPrefix = "arn:aws:iam::aws:policy/";
