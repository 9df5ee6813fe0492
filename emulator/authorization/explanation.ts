import type { DecidingStatement, DecisionResult } from "./decision.ts";
import type { Layer } from "./layer.ts";
import type { PrincipalMatch } from "./matchPrincipal.ts";

/** Why a request was allowed or denied. Plain data: it survives JSON as it is, and holds no secret. */
export interface Explanation {
  readonly decision: ExplainedDecision;
  /** AWS's sentence for a denial; for an Allow, ours. */
  readonly sentence: string;
  /** Every policy type, present or not, in AWS's order. */
  readonly layers: readonly ExplainedLayer[];
  /** The fewest changes that together would turn a denial into an Allow. Empty where it was allowed or nothing would help. */
  readonly changes: readonly Change[];
}

/** A decision without what belongs to the principal alone. */
export interface ExplainedDecision {
  readonly result: DecisionResult;
  readonly layer: Layer;
  /** The principal's ARN, or the name of a service. */
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly statement?: DecidingStatement;
}

/** What a layer says of a request. `through the account`: a resource's policy hands the decision to the caller's account. */
export type Says = "denies" | "allows" | "through the account" | "does not allow" | "is absent";

/** One layer, or one level of it where an organization has several. */
export interface ExplainedLayer {
  readonly layer: Layer;
  /** Counted from 1, the root of the organization; absent for layers without levels. */
  readonly level?: number;
  readonly says: Says;
  /** What is particular about this layer here: one sentence. */
  readonly note?: string;
  readonly statements: readonly ExplainedStatement[];
  readonly grants?: readonly ExplainedGrant[];
}

/** How a statement compares with a request, question by question. */
export interface ExplainedStatement {
  readonly policy: string;
  /** Its `Sid`, or its position, counted from 0. */
  readonly statement: string | number;
  readonly effect: "Allow" | "Deny";
  /** Whether everything matches, so that the effect counts. */
  readonly applies: boolean;
  /** Absent where the layer names no principals. */
  readonly principal?: PrincipalMatch;
  readonly action: ExplainedPatterns;
  readonly resource: ExplainedPatterns;
  readonly conditions: readonly ExplainedCondition[];
}

/** `Action` or `Resource`, or what `NotAction` and `NotResource` leave over. */
export interface ExplainedPatterns {
  readonly matched: boolean;
  readonly negated: boolean;
  /** As the policy is compared: actions in lower case, variables replaced by the request's values. */
  readonly patterns: readonly string[];
}

/** A condition with what the policy states and what the request has. */
export interface ExplainedCondition {
  /** As policies write it, for example `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  /** In lower case. */
  readonly key: string;
  readonly stated: readonly string[];
  /** `null`: the request does not have the key. */
  readonly requested: readonly string[] | null;
  readonly met: boolean;
}

/** How a grant compares with a request. */
export interface ExplainedGrant {
  readonly grantId: string;
  readonly granteePrincipal: string;
  readonly operations: readonly string[];
  readonly allows: boolean;
  readonly granteeMatched: boolean;
  readonly operationMatched: boolean;
  readonly constraintsMet: boolean;
}

/** One change to one policy. */
export interface Change {
  readonly change: "add an Allow" | "remove or narrow the Deny";
  readonly layer: Layer;
  readonly level?: number;
  /** Whom the statement, or the grant, has to name; absent where the layer names no principals. */
  readonly principal?: string;
  readonly action: string;
  readonly resource: string;
  /** The policy that stands in the way; absent where any policy of the layer will do. */
  readonly policy?: string;
  /** The Deny: its `Sid` or position. */
  readonly statement?: string | number;
}
