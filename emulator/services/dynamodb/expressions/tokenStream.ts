import { maximumOperators } from "./checkOperators.ts";
import { redundantParentheses, syntaxError, type ExpressionError } from "./expressionError.ts";
import { tokenize, type Token } from "./tokenize.ts";

/** The tokens of an expression, taken one by one from the left. */
export class TokenStream {
  readonly #expression: string;
  readonly #tokens: readonly Token[];
  #position = 0;
  #depth = 0;

  constructor(expression: string) {
    this.#expression = expression;
    this.#tokens = tokenize(expression);
  }

  /** The token that comes next, or one further on; behind the end there are only ends. */
  peek(ahead = 0): Token {
    const token = this.#tokens[this.#position + ahead] ?? this.#tokens.at(-1);
    if (!token) throw new Error("An expression has no tokens, not even its end.");
    return token;
  }

  take(): Token {
    const token = this.peek();
    this.#position++;
    return token;
  }

  isSymbol(text: string): boolean {
    const token = this.peek();
    return token.kind === "symbol" && token.text === text;
  }

  /** Keywords may be written in any case. */
  isKeyword(...keywords: readonly string[]): boolean {
    const token = this.peek();
    return token.kind === "word" && keywords.includes(token.text.toUpperCase());
  }

  takeIfSymbol(text: string): boolean {
    const isNext = this.isSymbol(text);
    if (isNext) this.#position++;
    return isNext;
  }

  takeIfKeyword(keyword: string): boolean {
    const isNext = this.isKeyword(keyword);
    if (isNext) this.#position++;
    return isNext;
  }

  expectSymbol(text: string): void {
    if (!this.takeIfSymbol(text)) throw this.unexpected();
  }

  expectKeyword(keyword: string): void {
    if (!this.takeIfKeyword(keyword)) throw this.unexpected();
  }

  /**
   * Reads what is in brackets, and the closing one. Throws ExpressionError for brackets that are deeper than there may be
   * operators: some of them mean nothing.
   */
  inBrackets<Read>(read: () => Read): Read {
    if (++this.#depth > maximumOperators) throw redundantParentheses();
    const inside = read();
    this.expectSymbol(")");
    this.#depth--;
    return inside;
  }

  expectEnd(): void {
    if (this.peek().kind !== "end") throw this.unexpected();
  }

  /**
   * That the next token cannot stand where it does: AWS shows it with its two neighbours.
   * Source: messages in public threads, for example `Syntax error; token: ":", near: "hits : incr"`.
   */
  unexpected(): ExpressionError {
    const token = this.peek();
    const before = this.#position > 0 ? this.peek(-1) : token;
    const after = this.peek(1);
    return syntaxError(`token: "${token.text}", near: "${this.#expression.slice(before.start, after.end)}"`);
  }
}
