/** What is wrong with an expression. The reader of the request says which expression it is. */
export class ExpressionError extends Error {}

/** The same two words begin every sentence about a token that stands where it cannot. */
export function syntaxError(detail: string): ExpressionError {
  return new ExpressionError(`Syntax error; ${detail}`);
}

export function redundantParentheses(): ExpressionError {
  return new ExpressionError("The expression has redundant parentheses;");
}
