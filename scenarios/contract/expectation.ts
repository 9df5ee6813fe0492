import type { Action } from "./action.ts";

/** What a run calls things, for expectations that contain a physical name or an ARN. */
export interface Naming {
  /** A physical name from the workshop's: as it is, or with a suffix where several runs share an account. */
  readonly name: (name: string) => string;
  readonly accountId: string;
  /** The administrator who deploys, as policies name them: of a role's session it is the role. */
  readonly administratorArn: string;
  /** The account beside the target's own, where there is one. */
  readonly secondAccountId?: string;
}

/**
 * What an action must yield. Compared deeply; an object may have more members than are named here, a list may not.
 * A function is asked with the naming of the run.
 */
export type Yields = Plain | ((naming: Naming) => Plain);

/** Plain data. */
export type Plain =
  string | number | boolean | null | undefined | readonly Plain[] | { readonly [member: string]: Plain };

/** What must come of an action when a principal tries it. */
export type Outcome =
  | {
      readonly kind: "allowed";
      readonly yields?: Yields;
    }
  | {
      readonly kind: "denied";
      /** The action that must be denied, which may be another service's: `kms:Decrypt`. */
      readonly action: string;
      /** The layer that must have decided. Checked where the target states it. */
      readonly layer: string;
      /** What AWS's message must contain, word for word. */
      readonly says?: string;
    }
  | {
      /** Neither allowed nor denied: AWS refuses it for another reason, such as the state of a key. */
      readonly kind: "error";
      /** As the SDK names it: `KMSInvalidStateException`. */
      readonly code: string;
      /** What AWS's message must contain, word for word. */
      readonly says?: string;
    };

/** A principal, an action, and what must come of it. */
export interface Expectation<Principal extends string = string, Needs extends object = object> {
  readonly principal: Principal;
  readonly action: Action<Needs>;
  readonly outcome: Outcome;
  /** Whether it is tried again until it is met. Default: no. */
  readonly isEventual?: boolean;
}

/** The action must be allowed, and yield what is named. */
export function can<Principal extends string, Needs extends object>(
  principal: Principal,
  action: Action<Needs>,
  { yields }: { readonly yields?: Yields } = {},
): Expectation<Principal, Needs> {
  return { principal, action, outcome: { kind: "allowed", yields } };
}

/** The action must be denied, by this action and layer and no other. */
export function cannot<Principal extends string, Needs extends object>(
  principal: Principal,
  action: Action<Needs>,
  because: { readonly action: string; readonly layer: Layer; readonly says?: string },
): Expectation<Principal, Needs> {
  return { principal, action, outcome: { kind: "denied", ...because } };
}

/** The action must fail with this error, which is no denial: the request is allowed and cannot be done. */
export function fails<Principal extends string, Needs extends object>(
  principal: Principal,
  action: Action<Needs>,
  how: { readonly code: string; readonly says?: string },
): Expectation<Principal, Needs> {
  return { principal, action, outcome: { kind: "error", ...how } };
}

/**
 * The same expectation, where AWS takes its time: it is tried again until it is met, or as long as the target may take. Each
 * try is a call of its own.
 */
export function eventually<Principal extends string, Needs extends object>(
  expectation: Expectation<Principal, Needs>,
): Expectation<Principal, Needs> {
  return { ...expectation, isEventual: true };
}

/** The policy types that can decide. */
export type Layer =
  | "identity policy"
  | "key policy"
  | "resource policy"
  | "trust policy"
  | "boundary"
  | "session policy"
  | "grant"
  | "key state";
