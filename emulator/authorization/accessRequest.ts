import type { Principal } from "../principal.ts";
import type { ConditionContext } from "./conditions/conditionContext.ts";
import type { Policy } from "./policy.ts";

/** A policy with the name that explanations use: a policy name, an ARN, or `key policy`. */
export interface NamedPolicy {
  readonly name: string;
  readonly policy: Policy;
}

/** A grant on a KMS key, reduced to what authorisation needs. */
export interface GrantFact {
  readonly grantId: string;
  /** ARN of the grantee (user, role, session, account) or the name of a service. */
  readonly granteePrincipal: string;
  /** The grantee's unique id, where it is a user or role: a grant does not pass to a namesake. */
  readonly granteeId?: string;
  readonly operations: readonly string[];
  readonly encryptionContextEquals?: Readonly<Record<string, string>>;
  readonly encryptionContextSubset?: Readonly<Record<string, string>>;
}

/** What a request wants to touch, with everything that is attached to it. */
export interface ProtectedResource {
  readonly arn: string;
  /** How AWS names it in error sentences, where not by its ARN: `user Alice`; empty where AWS leaves it out. */
  readonly shownAs?: string;
  /** How AWS paraphrases it to callers who must not learn whether it exists: `this resource`. Absent where AWS names it. */
  readonly undisclosedAs?: string;
  /** The account that owns it. */
  readonly accountId: string;
  /** As CloudTrail names it, for example `AWS::KMS::Key`; absent for what CloudTrail does not list as a resource. */
  readonly type?: string;
  /** The policy attached to the resource: a key policy, a role's trust policy, a secret's resource policy. */
  readonly policy?: NamedPolicy;
  /**
   * KMS keys and role trust policies are the exceptions to "an identity policy or a resource policy is enough": their
   * policy must let the principal in, or hand the decision to the account. Source: KMS Developer Guide, "Default key policy".
   */
  readonly policyIsRequired: boolean;
  readonly grants?: readonly GrantFact[];
  /** Whether AWS manages it: a key such as `alias/aws/dynamodb`. Resource control policies leave those alone. */
  readonly isAwsManaged?: boolean;
  /** Its tags, for `aws:ResourceTag/…`. */
  readonly tags?: ReadonlyMap<string, string>;
}

/** The policies that speak of a principal. */
export interface PrincipalPolicies {
  /** All identity policies: its own, its groups', or its role's. */
  readonly identity: readonly NamedPolicy[];
  /** The permissions boundary of the user or role. */
  readonly boundary?: NamedPolicy;
  /** The policies that were passed when the session was made; together they limit it. */
  readonly session?: readonly NamedPolicy[];
}

/** Policies of an organization; each list is one level, from the root down to the account, and must allow on its own. */
export interface ControlPolicies {
  /** Bind the principals of an account. */
  readonly service?: readonly (readonly NamedPolicy[])[];
  /** Bind whoever touches the resources of an account. */
  readonly resource?: readonly (readonly NamedPolicy[])[];
}

/** The question that the engine answers. */
export interface AccessRequest {
  readonly principal: Principal;
  /** For example `kms:Decrypt`. */
  readonly action: string;
  readonly resource: ProtectedResource;
  readonly context: ConditionContext;
  readonly policies: PrincipalPolicies;
  readonly controls?: ControlPolicies;
  /** The policy of the VPC endpoint that the request came through. */
  readonly endpointPolicy?: NamedPolicy;
  /** The encryption context of a KMS call: grant constraints are checked against it. */
  readonly encryptionContext?: Readonly<Record<string, string>>;
}
