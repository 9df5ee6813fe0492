import type { IAM } from "@aws-sdk/client-iam";

/** One call of an operation; some are about an access key of the user `Target`. */
export type Call = (client: IAM, AccessKeyId?: string) => Promise<unknown>;

/** A call, how its resource is named in the sentence of a denial, and the ARN that a policy must allow. */
export interface PermissionCall {
  readonly name: string;
  readonly call: Call;
  readonly shownAs: string;
  readonly arn: string;
  /** What else the call needs. */
  readonly also?: { readonly action: string; readonly arn: string };
}

export const account = "arn:aws:iam::000000000000";

/** Calls about one resource. */
export function about(shownAs: string, arn: string, calls: Readonly<Record<string, Call>>): PermissionCall[] {
  return Object.entries(calls).map(([name, call]) => ({ name, call, shownAs, arn }));
}
