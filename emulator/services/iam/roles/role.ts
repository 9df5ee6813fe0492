import type { Policy } from "../../../authorization/policy.ts";
import type { RoleSession } from "../../../principal.ts";
import { Identity, type IdentityFacts } from "../identity.ts";
import type { InstanceProfile } from "./instanceProfile.ts";
import { withTags } from "../withTags.ts";

/** What a role has beyond a name and policies. */
export interface RoleFacts extends IdentityFacts {
  readonly trustPolicy: Policy;
  readonly description?: string;
  readonly maxSessionDuration?: number;
  readonly linkedTo?: string;
}

/** What a session of a role is started with. */
export interface SessionFacts extends Pick<
  RoleSession,
  "transitiveTags" | "sessionPolicies" | "sourceIdentity" | "federation" | "multiFactorAuthAt" | "sourceFunctionArn"
> {
  readonly sessionName: string;
  readonly tags?: ReadonlyMap<string, string>;
}

/** An IAM role. */
export class Role extends Identity {
  readonly kind = "role";
  /** Who may assume the role. */
  trustPolicy: Policy;
  description?: string;
  /** Longest session in seconds. */
  maxSessionDuration: number;
  /** The instance profiles that hand the role to EC2 instances. */
  readonly instanceProfiles = new Set<InstanceProfile>();
  /** The service that the role is linked to, for example `autoscaling.amazonaws.com`: only it changes the role. */
  readonly linkedTo?: string;
  lastUsed?: { readonly at: Date; readonly region: string };

  constructor(facts: RoleFacts) {
    super(facts);
    this.trustPolicy = facts.trustPolicy;
    this.description = facts.description;
    this.linkedTo = facts.linkedTo;
    // Source: IAM API Reference, CreateRole, MaxSessionDuration.
    this.maxSessionDuration = facts.maxSessionDuration ?? 3600;
  }

  /** A session of the role as a caller. The session's ARN leaves the role's path out; its tags win over the role's. */
  session({ sessionName, tags = new Map(), ...facts }: SessionFacts, issuedAt: Date): RoleSession {
    const { accountId, arn, id, name } = this;
    return {
      ...facts,
      kind: "role session",
      accountId,
      arn: `arn:aws:sts::${accountId}:assumed-role/${name}/${sessionName}`,
      principalId: `${id}:${sessionName}`,
      roleArn: arn,
      roleId: id,
      roleName: name,
      sessionName,
      issuedAt,
      tags: withTags(this.tags, tags),
    };
  }
}
