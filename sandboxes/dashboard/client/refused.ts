/** Why the server did not do what was asked. */
export interface Refused {
  readonly message: string;
  /** As a sentence of its own. */
  readonly nextStep: string;
}

/** Whether the server told why it did not do what was asked. */
export function isRefused(told: unknown): told is Refused {
  if (typeof told !== "object" || told === null || !("message" in told) || !("nextStep" in told)) return false;
  return typeof told.message === "string" && typeof told.nextStep === "string";
}
