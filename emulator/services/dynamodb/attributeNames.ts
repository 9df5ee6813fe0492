/** The names that placeholders (`#name`) stand for. */
export type AttributeNames = Readonly<Record<string, string>>;

/** Words of expressions that are no names. Functions are told by the bracket that follows them. */
const keywords: ReadonlySet<string> = new Set(["and", "or", "not", "between", "in", "set", "remove", "add", "delete"]);

/** A name that begins a path: not behind a dot, no value (`:value`), and no function. */
const firstOfPath = /(?<![\w.:#-])#?[A-Za-z_]\w*(?!\w|\s*\()/g;

/** The top-level attributes that expressions name. Source: DynamoDB Developer Guide, "Using expressions in DynamoDB". */
export function attributesOf(expressions: readonly (string | undefined)[], names: AttributeNames = {}): string[] {
  return expressions
    .flatMap((expression = "") => [...expression.matchAll(firstOfPath)].map(([name]) => name))
    .filter((name) => !keywords.has(name.toLowerCase()))
    .map((name) => names[name] ?? name);
}

/** The placeholder of the value that a key condition asks an attribute to equal, for example `:id`. */
export function equatedValue(expression: string, attribute: string, names: AttributeNames = {}): string | undefined {
  for (const [, name = "", value] of expression.matchAll(/(#?[A-Za-z_]\w*)\s*=\s*(:\w+)/g)) {
    if ((names[name] ?? name) === attribute) return value;
  }
  return undefined;
}
