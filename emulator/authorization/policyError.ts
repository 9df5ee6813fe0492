/**
 * A policy document that AWS would refuse (`json`, `syntax`, `principal`: one that does not exist), or that asks for
 * something this engine does not evaluate yet (`unsupported`).
 */
export class PolicyError extends Error {
  readonly reason: "json" | "syntax" | "principal" | "unsupported";
  /** The principal that does not exist. */
  readonly principal?: string;

  constructor(reason: PolicyError["reason"], message: string, principal?: string) {
    super(message);
    this.name = "PolicyError";
    this.reason = reason;
    this.principal = principal;
  }
}
