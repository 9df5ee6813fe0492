/**
 * How a call ended: denied with the layer that decided and the action that was denied, which may be one that a service asked
 * for on the caller's behalf, or failed for another reason.
 */
export type CallOutcome =
  | { readonly result: "succeeded" }
  | {
      readonly result: "denied";
      readonly layer?: string;
      readonly action?: string;
      readonly explicit: boolean;
      readonly message: string;
    }
  | { readonly result: "failed"; readonly code: string; readonly message: string };
