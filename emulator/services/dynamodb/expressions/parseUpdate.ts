import { checkUpdateOperators } from "./checkOperators.ts";
import type { DocumentPath } from "./documentPath.ts";
import { OverlappingPaths } from "./overlappingPaths.ts";
import { isPathNext, parsePath } from "./parsePath.ts";
import type { Placeholders } from "./placeholders.ts";
import { readValue } from "./readValue.ts";
import { TokenStream } from "./tokenStream.ts";
import type { SetOperand, UpdateAction } from "./updateExpression.ts";
import { UpdateProblems } from "./updateProblems.ts";

const sections = ["SET", "REMOVE", "ADD", "DELETE"] as const;

/**
 * Parses an update expression. Throws ExpressionError.
 * Source of the grammar: DynamoDB Developer Guide, "Using update expressions in DynamoDB".
 */
export function parseUpdate(expression: string, placeholders: Placeholders): UpdateAction[] {
  return new UpdateParser(new TokenStream(expression), placeholders).parse();
}

class UpdateParser {
  readonly #tokens: TokenStream;
  readonly #placeholders: Placeholders;
  readonly #problems = new UpdateProblems();

  constructor(tokens: TokenStream, placeholders: Placeholders) {
    this.#tokens = tokens;
    this.#placeholders = placeholders;
  }

  parse(): UpdateAction[] {
    const actions = this.#section();
    while (this.#tokens.peek().kind !== "end") actions.push(...this.#section());
    const overlapping = new OverlappingPaths(this.#problems);
    for (const { path } of actions) overlapping.add(path);
    this.#problems.throwGravest();
    checkUpdateOperators(actions);
    return actions;
  }

  #section(): UpdateAction[] {
    const keyword = sections.find((section) => this.#tokens.isKeyword(section));
    if (!keyword) throw this.#tokens.unexpected();
    this.#tokens.take();
    this.#problems.checkSection(keyword);
    const actions = [this.#action(keyword)];
    while (this.#tokens.takeIfSymbol(",")) actions.push(this.#action(keyword));
    return actions;
  }

  #action(keyword: (typeof sections)[number]): UpdateAction {
    const path = this.#path();
    if (keyword === "REMOVE") return { kind: keyword, path };
    if (keyword === "SET") {
      this.#tokens.expectSymbol("=");
      return { kind: keyword, path, operand: this.#value() };
    }
    const value = readValue(this.#tokens, this.#placeholders, this.#problems);
    this.#problems.checkValue(keyword, value);
    return { kind: keyword, path, value };
  }

  /** An operand, or the sum or difference of two. */
  #value(): SetOperand {
    const left = this.#operand();
    const operator = (["+", "-"] as const).find((symbol) => this.#tokens.takeIfSymbol(symbol));
    if (!operator) return left;
    const right = this.#operand();
    this.#problems.checkOperands(operator, [left, right], "N");
    return { kind: operator, left, right };
  }

  #operand(): SetOperand {
    if (this.#tokens.takeIfSymbol("(")) return this.#tokens.inBrackets(() => this.#value());
    const next = this.#tokens.peek(1);
    if (this.#tokens.peek().kind === "word" && next.kind === "symbol" && next.text === "(") return this.#call();
    if (isPathNext(this.#tokens, sections)) return { kind: "path", path: this.#path() };
    return { kind: "value", value: readValue(this.#tokens, this.#placeholders, this.#problems) };
  }

  #call(): SetOperand {
    const { text: name } = this.#tokens.take();
    this.#tokens.expectSymbol("(");
    const operands = [this.#operand()];
    while (this.#tokens.takeIfSymbol(",")) operands.push(this.#operand());
    this.#tokens.expectSymbol(")");
    const nothing: SetOperand = { kind: "value", value: { NULL: true } };
    const [left = nothing, right = nothing] = operands;
    if (name !== "if_not_exists" && name !== "list_append") {
      this.#problems.add("unknownFunction", `Invalid function name; function: ${name}`);
      return nothing;
    }
    if (!this.#problems.checkNumberOfOperands(name, operands)) return nothing;
    if (name === "if_not_exists") return this.#ifNotExists(left, right);
    this.#problems.checkOperands(name, operands, "L");
    return { kind: name, left, right };
  }

  #ifNotExists(left: SetOperand, otherwise: SetOperand): SetOperand {
    if (left.kind === "path") return { kind: "if_not_exists", path: left.path, otherwise };
    this.#problems.add(
      "function",
      "Operator or function requires a document path; operator or function: if_not_exists",
    );
    return otherwise;
  }

  #path(): DocumentPath {
    return parsePath(this.#tokens, this.#placeholders, this.#problems, sections);
  }
}
