import { AwsError } from "../../../awsError.ts";
import { validationException } from "../errors.ts";
import type { Item } from "../values/attributeValue.ts";

/** In bytes. Source: DynamoDB Developer Guide, "Managing complex workflows with DynamoDB transactions". */
const maximumSize = 4 * 1024 * 1024;

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

/** Throws ValidationException if the items of a transaction, of so many bytes, are too large together. */
export function checkTransactionSize(sizes: readonly number[]): void {
  if (sizes.reduce((sum, size) => sum + size, 0) <= maximumSize) return;
  // The limit is documented; the message is not recorded anywhere.
  throw validationException(
    `The aggregate size of items in the transaction has exceeded the limit of ${maximumSize} bytes`,
  );
}

function reasonOf(error: AwsError): CancellationReason {
  if (error.code !== "ConditionalCheckFailedException") return { Code: "ValidationError", Message: error.message };
  return { ...error.members, Code: "ConditionalCheckFailed", Message: error.message };
}
