/** How a call ended: denied with the layer that decided, or failed for another reason. */
export type CallOutcome =
  | { readonly result: "succeeded" }
  | { readonly result: "denied"; readonly layer?: string; readonly explicit: boolean; readonly message: string }
  | { readonly result: "failed"; readonly code: string; readonly message: string };
