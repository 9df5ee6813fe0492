import { AwsError } from "../../../awsError.ts";
import { validationException } from "../errors.ts";
import type { Item } from "../values/attributeValue.ts";

/** Why one action of a transaction stopped it. Source of the shape: recorded answers in public threads. */
export interface CancellationReason {
  readonly Code: string;
  readonly Message?: string;
  readonly Item?: Item;
}

/** How an action of a transaction ended: with a result, or with an error that stops the transaction. */
export type ActionOutcome<Result> = { readonly result: Result } | { readonly reason: CancellationReason };

/** Tries an action. What AWS would answer becomes a reason; a bug is thrown on. */
export function tryAction<Result>(action: () => Result): ActionOutcome<Result> {
  try {
    return { result: action() };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return { reason: reasonOf(error) };
  }
}

/** The results of all actions. Throws TransactionCanceledException if one of them failed. */
export function resultsOf<Result>(outcomes: readonly ActionOutcome<Result>[]): Result[] {
  const reasons = outcomes.map((outcome) => ("reason" in outcome ? outcome.reason : { Code: "None" }));
  const results = outcomes.flatMap((outcome) => ("result" in outcome ? [outcome.result] : []));
  if (results.length === outcomes.length) return results;
  const codes = reasons.map(({ Code }) => Code).join(", ");
  throw new AwsError(
    "TransactionCanceledException",
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    { members: { CancellationReasons: reasons } },
  );
}

/** Throws ValidationException if two actions are about the same item. */
export function checkDistinct(items: readonly string[]): void {
  if (new Set(items).size < items.length) {
    throw validationException("Transaction request cannot include multiple operations on one item");
  }
}

function reasonOf(error: AwsError): CancellationReason {
  if (error.code !== "ConditionalCheckFailedException") return { Code: "ValidationError", Message: error.message };
  return { ...error.members, Code: "ConditionalCheckFailed", Message: error.message };
}
