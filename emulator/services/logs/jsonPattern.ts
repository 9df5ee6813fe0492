import { jsonDocument, readSelector, selectorExpression, valueAt, type JsonPath } from "./jsonSelector.ts";
import { invalidPattern } from "./logsError.ts";

/** Whether a JSON document fulfils a condition. */
type Condition = (document: object) => boolean;

const numberExpression = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const tokenExpression = new RegExp(
  `\\s*(?:(?<selector>${selectorExpression.source})|"(?<quoted>(?:[^"\\\\]|\\\\.)*)"|(?<sign>&&|\\|\\||[()]|[<>!]=|[=<>])|(?<word>[^\\s()"&|=<>!{}%]+))`,
  "y",
);

type Token = Readonly<Record<"selector" | "quoted" | "sign" | "word", string | undefined>>;

/**
 * Reads a pattern for JSON log events, `{ ($.a = b*) && ($.c NOT EXISTS) }`. Events that are no JSON object never match it.
 * Throws InvalidParameterException. Source: CloudWatch Logs User Guide, "Filter and pattern syntax": `()` before `&&` before `||`.
 */
export function readJsonPattern(pattern: string): (message: string) => boolean {
  const parser = new Parser(tokensOf(pattern.trim().slice(1, -1), pattern), pattern);
  const condition = parser.whole();
  return (message) => {
    const document = jsonDocument(message);
    return document !== undefined && condition(document);
  };
}

function tokensOf(text: string, pattern: string): Token[] {
  const tokens: Token[] = [];
  let rest = text.trimEnd();
  while (rest !== "") {
    tokenExpression.lastIndex = 0;
    const found = tokenExpression.exec(rest);
    if (!found?.groups) throw invalidPattern(pattern, `"${rest.trim()}" is not understood`);
    const { selector, quoted, sign, word } = found.groups;
    tokens.push({ selector, quoted, sign, word });
    rest = rest.slice(found[0].length);
  }
  return tokens;
}

/** One function for each rule of the grammar. */
class Parser {
  readonly #tokens: readonly Token[];
  readonly #pattern: string;
  #position = 0;

  constructor(tokens: readonly Token[], pattern: string) {
    this.#tokens = tokens;
    this.#pattern = pattern;
  }

  whole(): Condition {
    const condition = this.#any();
    if (this.#position < this.#tokens.length) throw this.#expected("&& or ||");
    return condition;
  }

  #any(): Condition {
    const parts = [this.#all()];
    while (this.#takeSign("||")) parts.push(this.#all());
    return (document) => parts.some((part) => part(document));
  }

  #all(): Condition {
    const parts = [this.#single()];
    while (this.#takeSign("&&")) parts.push(this.#single());
    return (document) => parts.every((part) => part(document));
  }

  #single(): Condition {
    if (this.#takeSign("(")) {
      const condition = this.#any();
      if (!this.#takeSign(")")) throw this.#expected(")");
      return condition;
    }
    const path = readSelector(this.#next()?.selector ?? "");
    if (!path) throw this.#expected("a selector such as $.eventName");
    return this.#about(path);
  }

  #about(path: JsonPath): Condition {
    const { sign, word } = this.#next() ?? {};
    if (sign !== undefined) return this.#comparison(path, sign);
    const following = this.#next()?.word ?? "";
    switch (`${word ?? ""} ${following}`.toUpperCase()) {
      case "IS TRUE":
        return (document) => valueAt(document, path) === true;
      case "IS FALSE":
        return (document) => valueAt(document, path) === false;
      case "IS NULL":
        return (document) => valueAt(document, path) === null;
      case "NOT EXISTS":
        return (document) => valueAt(document, path) === undefined;
      default:
        throw this.#expected("a comparison, IS TRUE, IS FALSE, IS NULL or NOT EXISTS");
    }
  }

  #comparison(path: JsonPath, sign: string): Condition {
    const { quoted, word } = this.#next() ?? {};
    const value = quoted === undefined ? word : quoted.replace(/\\(.)/g, "$1");
    if (value === undefined) throw this.#expected("a value");
    const isNumber = quoted === undefined && numberExpression.test(value);
    if (sign !== "=" && sign !== "!=") {
      const compares = numericComparisons.get(sign);
      if (!compares || !isNumber) throw this.#expected(`a number behind ${sign}`);
      return (document) => {
        const found = valueAt(document, path);
        return typeof found === "number" && compares(found, Number(value));
      };
    }
    return (document) => {
      const found = valueAt(document, path);
      if (!isScalar(found)) return false;
      const isSame = isNumber && typeof found === "number" ? found === Number(value) : isLike(String(found), value);
      return isSame === (sign === "=");
    };
  }

  #next(): Token | undefined {
    return this.#tokens[this.#position++];
  }

  #takeSign(sign: string): boolean {
    if (this.#tokens[this.#position]?.sign !== sign) return false;
    this.#position++;
    return true;
  }

  #expected(what: string): Error {
    return invalidPattern(this.#pattern, `${what} is expected`);
  }
}

const numericComparisons: ReadonlyMap<string, (found: number, stated: number) => boolean> = new Map([
  ["<", (found: number, stated: number) => found < stated],
  [">", (found: number, stated: number) => found > stated],
  ["<=", (found: number, stated: number) => found <= stated],
  [">=", (found: number, stated: number) => found >= stated],
]);

/** A selector that names an object, an array or nothing compares with nothing, not even by `!=`. */
function isScalar(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

/** An asterisk stands for any text at the beginning and at the end; between them it stands for itself. */
function isLike(text: string, value: string): boolean {
  const isOpenAtEnd = value.endsWith("*");
  const isOpenAtBegin = value.startsWith("*");
  const core = value.slice(isOpenAtBegin ? 1 : 0, isOpenAtEnd ? -1 : undefined);
  if (isOpenAtBegin && isOpenAtEnd) return text.includes(core);
  if (isOpenAtBegin) return text.endsWith(core);
  return isOpenAtEnd ? text.startsWith(core) : text === core;
}
