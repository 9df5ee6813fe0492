import type { Condition, Operand } from "./condition.ts";
import { ExpressionError } from "./expressionError.ts";
import type { SetOperand, UpdateAction } from "./updateExpression.ts";

/** Source: DynamoDB Developer Guide, "Service, account, and table quotas", operators or functions in an expression. */
export const maximumOperators = 300;

/** Throws ExpressionError for a condition with too many operators and functions. */
export function checkConditionOperators(condition: Condition): void {
  check(countCondition(condition));
}

/** Throws ExpressionError for an update with too many operators and functions. */
export function checkUpdateOperators(actions: readonly UpdateAction[]): void {
  check(sum(actions.map((action) => (action.kind === "SET" ? countSetOperand(action.operand) : 0))));
}

/** The limit is documented; the message is not recorded anywhere. */
function check(count: number): void {
  if (count <= maximumOperators) return;
  throw new ExpressionError(`The expression contains too many operators; operator count: ${count}`);
}

function countCondition(condition: Condition): number {
  switch (condition.kind) {
    case "and":
    case "or":
      return 1 + countCondition(condition.left) + countCondition(condition.right);
    case "not":
      return 1 + countCondition(condition.condition);
    case "comparison":
      return 1 + sum([condition.left, condition.right].map(countOperand));
    case "between":
      return 1 + sum([condition.operand, condition.lower, condition.upper].map(countOperand));
    case "in":
      return 1 + sum([condition.operand, ...condition.candidates].map(countOperand));
    case "function":
      return countOperand(condition);
  }
}

function countOperand(operand: Operand): number {
  return operand.kind === "function" ? 1 + sum(operand.operands.map(countOperand)) : 0;
}

function countSetOperand(operand: SetOperand): number {
  switch (operand.kind) {
    case "path":
    case "value":
      return 0;
    case "if_not_exists":
      return 1 + countSetOperand(operand.otherwise);
    default:
      return 1 + countSetOperand(operand.left) + countSetOperand(operand.right);
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
