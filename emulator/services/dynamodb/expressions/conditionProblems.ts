import { attributeTypes, typeOf, type AttributeType } from "../values/attributeValue.ts";
import { compareValues } from "../values/compareValues.ts";
import type { Comparator, FunctionCall, Operand } from "./condition.ts";
import { pathText } from "./documentPath.ts";
import { Problems } from "./problems.ts";
import { shownValue } from "./shownValue.ts";

/** The last four are told of the first condition that has one; the others of the whole expression. */
const gravestFirst = ["parentheses", "unknownFunction", "misusedFunction", "reserved", "condition"] as const;
const ofOneCondition = ["attributeName", "attributeValue", "operands", "distinct", "function"] as const;

type Kind = (typeof gravestFirst)[number] | (typeof ofOneCondition)[number];

/** How many operands each function takes. Source: DynamoDB Developer Guide, "Condition and filter expressions". */
const numberOfOperands: ReadonlyMap<string, number> = new Map([
  ["attribute_exists", 1],
  ["attribute_not_exists", 1],
  ["attribute_type", 2],
  ["begins_with", 2],
  ["contains", 2],
  ["size", 1],
]);

/** Source: DynamoDB Developer Guide, "Service, account, and table quotas"; the message was seen in public threads. */
const maximumCandidates = 100;

/** What is wrong with a condition, in the words and the order of dynalite's recordings. */
export class ConditionProblems extends Problems<Kind> {
  constructor() {
    super(gravestFirst);
  }

  /** To be called when a condition without `AND`, `OR` and `NOT` has been parsed. */
  closeCondition(): void {
    const message = this.gravest(ofOneCondition);
    if (message !== undefined) this.add("condition", message);
  }

  /** Only `size` may stand where a value is wanted. */
  checkUsedAsValue(operands: readonly Operand[]): void {
    for (const operand of operands) {
      if (operand.kind === "function" && operand.name !== "size") this.#misused(operand);
    }
  }

  checkUsedAsCondition(call: FunctionCall): void {
    if (call.name === "size") this.#misused(call);
  }

  checkComparison(comparator: Comparator, left: Operand, right: Operand): void {
    this.checkUsedAsValue([left, right]);
    this.#checkDistinct(comparator, [left, right]);
    if (comparator === "=" || comparator === "<>") return;
    for (const operand of [left, right]) this.#checkOrdered(comparator, operand);
  }

  checkBetween(operand: Operand, lower: Operand, upper: Operand): void {
    this.checkUsedAsValue([operand, lower, upper]);
    for (const bound of [operand, lower, upper]) this.#checkOrdered("BETWEEN", bound);
    if (lower.kind !== "value" || upper.kind !== "value") return;
    const bounds =
      `lower bound operand: AttributeValue: ${shownValue(lower.value)}, ` +
      `upper bound operand: AttributeValue: ${shownValue(upper.value)}`;
    if (typeOf(lower.value) !== typeOf(upper.value)) {
      this.add("function", `The BETWEEN operator requires same data type for lower and upper bounds; ${bounds}`);
    } else if ((compareValues(lower.value, upper.value) ?? 0) > 0) {
      const rule = "requires upper bound to be greater than or equal to lower bound";
      this.add("function", `The BETWEEN operator ${rule}; ${bounds}`);
    }
  }

  checkIn(operand: Operand, candidates: readonly Operand[]): void {
    this.checkUsedAsValue([operand, ...candidates]);
    if (candidates.length <= maximumCandidates) return;
    this.add(
      "operands",
      `The IN operator is provided with too many operands; number of operands: ${candidates.length}`,
    );
  }

  checkFunction(call: FunctionCall): void {
    const { name, operands } = call;
    this.checkUsedAsValue(operands);
    const expected = numberOfOperands.get(name);
    if (expected === undefined) {
      this.add("unknownFunction", `Invalid function name; function: ${name}`);
    } else if (expected !== operands.length) {
      this.add(
        "operands",
        "Incorrect number of operands for operator or function; " +
          `operator or function: ${name}, number of operands: ${operands.length}`,
      );
    } else {
      this.#checkDistinct(name, operands);
      this.#checkTypes(call);
    }
  }

  #checkTypes({ name, operands }: FunctionCall): void {
    const [first, second] = operands;
    if (name.startsWith("attribute_") && name !== "attribute_type" && first?.kind !== "path") {
      this.add("function", `Operator or function requires a document path; operator or function: ${name}`);
    }
    if (name === "begins_with") for (const operand of operands) this.#refuse(name, operand, notTexts);
    if (name === "size" && first) this.#refuse(name, first, ["N", "BOOL", "NULL"]);
    if (name === "attribute_type" && second) this.#checkTypeName(second);
  }

  #checkTypeName(operand: Operand): void {
    const name = operand.kind === "value" ? operand.value.S : undefined;
    if (name === undefined) {
      // The words are AWS's own, also for a path.
      const type = operandType(operand) ?? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}";
      this.add("function", wrongType("operator or function", "attribute_type", type));
    } else if (!attributeTypes.some((type) => type === name)) {
      const valid = "{B,NULL,SS,BOOL,L,BS,N,NS,S,M}";
      this.add("function", `Invalid attribute type name found; type: ${name}, valid types: ${valid}`);
    }
  }

  #refuse(name: string, operand: Operand, types: readonly AttributeType[]): void {
    const type = operandType(operand);
    if (type && types.includes(type)) this.add("function", wrongType("operator or function", name, type));
  }

  /** Only what has an order can be compared. The rule is recorded, the words are taken to be those of functions. */
  #checkOrdered(operator: string, operand: Operand): void {
    const type = operandType(operand);
    if (type && !ordered.includes(type)) this.add("function", wrongType("operator", operator, type));
  }

  #checkDistinct(operator: string, [first, second, ...others]: readonly Operand[]): void {
    if (first?.kind !== "path" || second?.kind !== "path" || others.length > 0) return;
    if (JSON.stringify(first.path) !== JSON.stringify(second.path)) return;
    this.add(
      "distinct",
      "The first operand must be distinct from the remaining operands for this operator or function; " +
        `operator: ${operator}, first operand: ${pathText(first.path)}`,
    );
  }

  #misused({ name }: FunctionCall): void {
    this.add("misusedFunction", `The function is not allowed to be used this way in an expression; function: ${name}`);
  }
}

const ordered: readonly AttributeType[] = ["S", "N", "B"];
const notTexts: readonly AttributeType[] = attributeTypes.filter((type) => type !== "S" && type !== "B");

/** Where it can be told without an item. */
function operandType(operand: Operand): AttributeType | undefined {
  if (operand.kind === "value") return typeOf(operand.value);
  return operand.kind === "function" && operand.name === "size" ? "N" : undefined;
}

function wrongType(what: string, name: string, type: string): string {
  return `Incorrect operand type for operator or function; ${what}: ${name}, operand type: ${type}`;
}
