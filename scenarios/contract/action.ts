import type { Session } from "./session.ts";

/**
 * Something a principal can try: one AWS operation on deployed resources. `Needs` names the resources it uses and what
 * it must know of them; `can` and `cannot` compare it with what the scenario deploys.
 */
export interface Action<Needs extends object = object> {
  /** As IAM names it, for example `dynamodb:GetItem`; `outside of AWS` for what is done without it. */
  readonly operation: string;
  /** The operation with what it is tried on, for people: `GetItem table id=1`. */
  readonly attempt: string;
  /** Whether what it yields is secret, and must not be shown. */
  readonly yieldsSecret?: boolean;
  /** Tries it once. Resolves with what came back, rejects with the error of the AWS SDK. */
  perform(deployed: Needs, session: Session): Promise<Answer>;
}

/** What AWS answered. */
export interface Answer {
  readonly requestId: string | undefined;
  /** What the operation yields, as the vocabulary of scenarios sees it: plain values. */
  readonly yielded: unknown;
}

/** The answer of an AWS SDK command, with what it yields. */
export function answer(output: { readonly $metadata: { readonly requestId?: string } }, yielded: unknown): Answer {
  return { requestId: output.$metadata.requestId, yielded };
}
