import { typeOf, type AttributeType, type AttributeValue } from "../values/attributeValue.ts";
import { Problems } from "./problems.ts";
import type { SetOperand } from "./updateExpression.ts";

const gravestFirst = [
  "reserved",
  "unknownFunction",
  "section",
  "attributeName",
  "attributeValue",
  "pathOverlap",
  "pathConflict",
  "operand",
  "function",
] as const;

/** As AWS names types in messages about `ADD` and `DELETE`; sets are what those are for. */
const wrongTypes: ReadonlyMap<AttributeType, string> = new Map([
  ["S", "STRING"],
  ["N", "NUMBER"],
  ["B", "BINARY"],
  ["NULL", "NULL"],
  ["BOOL", "BOOLEAN"],
  ["L", "LIST"],
  ["M", "MAP"],
]);

/** What is wrong with an update expression, in the words and the order of dynalite's recordings. */
export class UpdateProblems extends Problems<(typeof gravestFirst)[number]> {
  readonly #sections = new Set<string>();

  constructor() {
    super(gravestFirst);
  }

  checkSection(keyword: string): void {
    if (this.#sections.has(keyword)) {
      this.add("section", `The "${keyword}" section can only be used once in an update expression;`);
    }
    this.#sections.add(keyword);
  }

  checkValue(keyword: "ADD" | "DELETE", value: AttributeValue): void {
    const type = typeOf(value);
    const shown = wrongTypes.get(type);
    // A value that is not defined is a graver problem of its own.
    if (shown === undefined || (keyword === "ADD" && type === "N") || this.has("attributeValue")) return;
    this.add(
      "operand",
      `Incorrect operand type for operator or function; operator: ${keyword}, operand type: ${shown}`,
    );
  }

  checkNumberOfOperands(name: string, operands: readonly SetOperand[]): boolean {
    if (operands.length === 2) return true;
    this.add(
      "function",
      "Incorrect number of operands for operator or function; " +
        `operator or function: ${name}, number of operands: ${operands.length}`,
    );
    return false;
  }

  /** Whether values that stand in the expression are of the type that is wanted. */
  checkOperands(name: string, operands: readonly SetOperand[], wanted: AttributeType): void {
    for (const operand of operands) {
      const type = operand.kind === "value" ? typeOf(operand.value) : wanted;
      if (type === wanted) continue;
      this.add(
        "function",
        `Incorrect operand type for operator or function; operator or function: ${name}, operand type: ${type}`,
      );
    }
  }
}
