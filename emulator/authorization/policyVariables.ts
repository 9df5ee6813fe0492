import type { ConditionContext } from "./conditions/conditionContext.ts";

/** Stand for a `*` and a `?` that are meant as themselves; no policy contains these characters. */
const literals: ReadonlyMap<string, string> = new Map([
  ["*", "\uE000"],
  ["?", "\uE001"],
]);

/** `${key}` or `${key, 'default'}`; also `${*}`, `${?}` and `${$}`, which are these characters themselves. */
const variable = /\$\{([^}]*)\}/g;

/** Whether a text of a policy contains a variable, or something that looks like one. */
export function hasVariable(text: string): boolean {
  return text.includes("${");
}

/** What is wrong with the variables of a text; nothing if they are well formed. */
export function malformedVariable(text: string): string | undefined {
  for (const [whole, inner = ""] of text.matchAll(variable)) {
    if (!readVariable(inner)) return whole;
  }
  return text.replace(variable, "").includes("${") ? text : undefined;
}

/**
 * Puts the values of a request in the place of variables. What a value contains stands for itself: a `*` in a user's tag
 * is no wildcard. `undefined` if a variable has neither a value nor a default: then the text matches nothing.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
export function substitute(text: string, context: ConditionContext): string | undefined {
  if (!hasVariable(text)) return text;
  let result = "";
  let from = 0;
  for (const found of text.matchAll(variable)) {
    const value = valueOf(found[1] ?? "", context);
    if (value === undefined) return undefined;
    result += text.slice(from, found.index) + value;
    from = found.index + found[0].length;
  }
  return result + text.slice(from);
}

/** A character of a text, in which wildcards are meant as themselves, as it is compared with a request. */
export function unliteral(character: string): string {
  if (character === "\uE000") return "*";
  return character === "\uE001" ? "?" : character;
}

/** A text in which `*` and `?` are meant as themselves, without the marks that say so. */
export function unliteralText(text: string): string {
  return text.replace(/[\uE000\uE001]/g, unliteral);
}

function valueOf(inner: string, context: ConditionContext): string | undefined {
  if (inner === "$") return "$";
  const character = literals.get(inner);
  if (character !== undefined) return character;
  const read = readVariable(inner);
  const value = read && (soleValue(context.get(read.key)) ?? read.otherwise);
  return value?.replace(/[*?]/g, (found) => literals.get(found) ?? found);
}

/** A key with several values cannot stand in a text. */
function soleValue(values: readonly string[] | undefined): string | undefined {
  return values?.length === 1 ? values[0] : undefined;
}

function readVariable(inner: string): { key: string; otherwise?: string } | undefined {
  if (["*", "?", "$"].includes(inner)) return { key: inner };
  const [, key, otherwise] = /^\s*([a-zA-Z0-9-]+:[^,\s']+)\s*(?:,\s*'([^']*)'\s*)?$/.exec(inner) ?? [];
  return key === undefined ? undefined : { key: key.toLowerCase(), otherwise };
}
