/** Why a target allowed or denied a request: plain data, as the embedded AWS tells it. No secret is in it. */
export interface Explanation {
  readonly decision: {
    readonly result: "Allowed" | "ImplicitlyDenied" | "ExplicitlyDenied";
    readonly layer: string;
    readonly principal: string;
    readonly action: string;
    readonly resource: string;
    readonly statement?: { readonly policy: string; readonly statement: string | number };
  };
  /** AWS's sentence for a denial; Keylab's own for an Allow. */
  readonly sentence: string;
  /** Every policy type in AWS's order, present or not. */
  readonly layers: readonly ExplainedLayer[];
  /** The fewest changes that together would turn a denial into an Allow. */
  readonly changes: readonly ExplainedChange[];
}

export interface ExplainedLayer {
  readonly layer: string;
  /** Of an organization, counted from 1, its root. */
  readonly level?: number;
  /** `denies`, `allows`, `through the account`, `does not allow` or `is absent`. */
  readonly says: string;
  readonly note?: string;
  readonly statements: readonly ExplainedStatement[];
  readonly grants?: readonly ExplainedGrant[];
}

export interface ExplainedStatement {
  readonly policy: string;
  /** Its `Sid`, or its position, counted from 0. */
  readonly statement: string | number;
  readonly effect: "Allow" | "Deny";
  readonly applies: boolean;
  /** How it names the caller; absent where the layer names no principals. */
  readonly principal?: string;
  readonly action: ExplainedPatterns;
  readonly resource: ExplainedPatterns;
  readonly conditions: readonly ExplainedCondition[];
}

export interface ExplainedPatterns {
  readonly matched: boolean;
  /** Whether it is `NotAction` or `NotResource`. */
  readonly negated: boolean;
  readonly patterns: readonly string[];
}

export interface ExplainedCondition {
  readonly operator: string;
  readonly key: string;
  readonly stated: readonly string[];
  /** `null`: the request does not have the key. */
  readonly requested: readonly string[] | null;
  readonly met: boolean;
}

export interface ExplainedGrant {
  readonly grantId: string;
  readonly granteePrincipal: string;
  readonly operations: readonly string[];
  readonly allows: boolean;
  readonly granteeMatched: boolean;
  readonly operationMatched: boolean;
  readonly constraintsMet: boolean;
}

export interface ExplainedChange {
  readonly change: "add an Allow" | "remove or narrow the Deny";
  readonly layer: string;
  readonly level?: number;
  readonly principal?: string;
  readonly action: string;
  readonly resource: string;
  readonly policy?: string;
  readonly statement?: string | number;
}
