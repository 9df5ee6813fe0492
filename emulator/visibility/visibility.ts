import type { NamedPolicy } from "../authorization/accessRequest.ts";
import type { Policy } from "../authorization/policy.ts";
import type { Credential } from "../authentication/authenticate.ts";
import type { Grant } from "../services/kms/grant.ts";

/** The policies of a user or role that decisions ask. */
export interface IdentityPolicies {
  readonly identity: readonly NamedPolicy[];
  readonly boundary?: NamedPolicy;
}

/** What AWS takes its time to show, and by which name it is asked for. */
export interface Visible {
  /** Whom a long-term access key speaks for, by its id. */
  readonly credential: Credential;
  /** By the unique id of the user or role. */
  readonly policies: IdentityPolicies;
  /** By the unique id of the role. */
  readonly trustPolicy: Policy;
  /** The unique id of a user or role, by its ARN: policies that name it are tied to it when they are written. */
  readonly uniqueId: string;
  /** By the ARN of the key. */
  readonly keyPolicy: Policy;
  /** By the ARN of the key. */
  readonly grants: readonly Grant[];
  /** The id of the key that an alias leads to, by the ARN of the alias. */
  readonly aliasTarget: string;
  /** The aliases that lead to a key, by its ARN, for `kms:ResourceAliases`. */
  readonly aliasNames: readonly string[];
}

/**
 * What authentication, authorisation and the resolution of aliases see of what has been written: the one place where it may
 * be older than what was written. Answers that describe things show them as they were written.
 */
export interface Visibility {
  /** What is seen of a thing that is, as it was written, so; `undefined` stands for what is not there. */
  see<Kind extends keyof Visible>(
    kind: Kind,
    name: string,
    written: Visible[Kind] | undefined,
  ): Visible[Kind] | undefined;
  /** Hears that an operation of a service, for example `iam`, has changed something. */
  wrote(service: string): void;
  /** Makes all that has been written visible. Changes take their time from then on, and none before the first time. */
  settle(): void;
}
