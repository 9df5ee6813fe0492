/**
 * The elements of an AWS policy as they stand in its JSON.
 * Source: IAM User Guide, "IAM JSON policy elements reference".
 */
export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Id?: string;
  readonly Statement: readonly Statement[];
}

/** One statement of a policy: who may (or may not) do what to which resource, and when. */
export interface Statement {
  /** The statement's name. In a key policy it may contain spaces; the console finds its own statements by it. */
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  /** Only in policies of a resource, such as a key policy: an identity's policy says nothing of principals. */
  readonly Principal?: { readonly AWS?: OneOrMany; readonly Service?: OneOrMany };
  readonly Action: OneOrMany;
  /** Left out in a role's trust policy, whose resource is the role. */
  readonly Resource?: OneOrMany;
  /** By condition operator, then by condition key. */
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMany>>>>;
}

/** AWS writes a single value as a string and several as an array. */
export type OneOrMany = string | readonly string[];
