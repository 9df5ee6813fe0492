import { checkConditionOperators } from "./checkOperators.ts";
import type { Comparator, Condition, FunctionCall, Operand } from "./condition.ts";
import { ConditionProblems } from "./conditionProblems.ts";
import { redundantParentheses } from "./expressionError.ts";
import { isPathNext, parsePath } from "./parsePath.ts";
import type { Placeholders } from "./placeholders.ts";
import { readValue } from "./readValue.ts";
import { TokenStream } from "./tokenStream.ts";

const keywords = ["AND", "OR", "NOT", "BETWEEN", "IN"];
const comparators: readonly string[] = ["=", "<>", "<", "<=", ">", ">="] satisfies readonly Comparator[];

/**
 * Parses a condition, filter or key condition. Throws ExpressionError.
 * Source of the grammar: DynamoDB Developer Guide, "Condition and filter expressions, operators, and functions".
 */
export function parseCondition(expression: string, placeholders: Placeholders): Condition {
  return new ConditionParser(new TokenStream(expression), placeholders).parse();
}

/** A condition, or an operand in brackets of which it is not yet known what it belongs to. */
type Node = Condition | Operand;

class ConditionParser {
  readonly #tokens: TokenStream;
  readonly #placeholders: Placeholders;
  readonly #problems = new ConditionProblems();
  readonly #bracketed = new WeakSet<Node>();

  constructor(tokens: TokenStream, placeholders: Placeholders) {
    this.#tokens = tokens;
    this.#placeholders = placeholders;
  }

  parse(): Condition {
    const condition = this.#asCondition(this.#disjunction());
    this.#tokens.expectEnd();
    this.#problems.throwGravest();
    checkConditionOperators(condition);
    return condition;
  }

  #disjunction(): Node {
    let node = this.#conjunction();
    while (this.#tokens.isKeyword("OR")) {
      const left = this.#asCondition(node);
      this.#tokens.take();
      node = { kind: "or", left, right: this.#asCondition(this.#conjunction()) };
    }
    return node;
  }

  #conjunction(): Node {
    let node = this.#negation();
    while (this.#tokens.isKeyword("AND")) {
      const left = this.#asCondition(node);
      this.#tokens.take();
      node = { kind: "and", left, right: this.#asCondition(this.#negation()) };
    }
    return node;
  }

  #negation(): Node {
    if (!this.#tokens.takeIfKeyword("NOT")) return this.#comparison();
    return { kind: "not", condition: this.#asCondition(this.#negation()) };
  }

  #comparison(): Node {
    const node = this.#primary();
    if (!isOperand(node)) return node;
    const comparator = this.#comparator();
    if (comparator) return this.#closed(this.#compared(node, comparator));
    if (this.#tokens.takeIfKeyword("BETWEEN")) return this.#closed(this.#between(node));
    if (this.#tokens.takeIfKeyword("IN")) return this.#closed(this.#in(node));
    return node;
  }

  #compared(left: Operand, comparator: Comparator): Condition {
    const right = this.#operand();
    this.#problems.checkComparison(comparator, left, right);
    return { kind: "comparison", comparator, left, right };
  }

  #between(operand: Operand): Condition {
    const lower = this.#operand();
    this.#tokens.expectKeyword("AND");
    const upper = this.#operand();
    this.#problems.checkBetween(operand, lower, upper);
    return { kind: "between", operand, lower, upper };
  }

  #in(operand: Operand): Condition {
    this.#tokens.expectSymbol("(");
    const candidates = this.#operands();
    this.#problems.checkIn(operand, candidates);
    return { kind: "in", operand, candidates };
  }

  #comparator(): Comparator | undefined {
    const { kind, text } = this.#tokens.peek();
    if (kind !== "symbol" || !isComparator(text)) return undefined;
    this.#tokens.take();
    return text;
  }

  #primary(): Node {
    if (this.#tokens.takeIfSymbol("(")) return this.#brackets();
    const next = this.#tokens.peek(1);
    const isCall = this.#tokens.peek().kind === "word" && next.kind === "symbol" && next.text === "(";
    if (isCall && !this.#tokens.isKeyword(...keywords)) return this.#call();
    if (isPathNext(this.#tokens, keywords)) {
      return { kind: "path", path: parsePath(this.#tokens, this.#placeholders, this.#problems, keywords) };
    }
    return { kind: "value", value: readValue(this.#tokens, this.#placeholders, this.#problems) };
  }

  #brackets(): Node {
    const node = this.#tokens.inBrackets(() => this.#disjunction());
    if (this.#bracketed.has(node)) this.#problems.add("parentheses", redundantParentheses().message);
    this.#bracketed.add(node);
    return node;
  }

  #call(): FunctionCall {
    const { text: name } = this.#tokens.take();
    this.#tokens.expectSymbol("(");
    const call: FunctionCall = { kind: "function", name, operands: this.#operands() };
    this.#problems.checkFunction(call);
    return call;
  }

  /** The operands behind an opening bracket, and the closing one. */
  #operands(): Operand[] {
    const operands = [this.#operand()];
    while (this.#tokens.takeIfSymbol(",")) operands.push(this.#operand());
    this.#tokens.expectSymbol(")");
    return operands;
  }

  #operand(): Operand {
    const node = this.#primary();
    if (!isOperand(node)) throw this.#tokens.unexpected();
    return node;
  }

  /** A function stands alone as a condition; a path or a value does not. */
  #asCondition(node: Node): Condition {
    if (node.kind === "path" || node.kind === "value") throw this.#tokens.unexpected();
    if (node.kind !== "function") return node;
    this.#problems.checkUsedAsCondition(node);
    return this.#closed(node);
  }

  #closed(condition: Condition): Condition {
    this.#problems.closeCondition();
    return condition;
  }
}

function isOperand(node: Node): node is Operand {
  return node.kind === "path" || node.kind === "value" || node.kind === "function";
}

function isComparator(text: string): text is Comparator {
  return comparators.includes(text);
}
