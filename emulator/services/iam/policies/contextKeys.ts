import * as z from "zod";

const conditions = z.object({
  Statement: z
    .union([z.looseObject({}).transform((statement) => [statement]), z.array(z.looseObject({}))])
    .transform((statements) => statements.map(({ Condition }) => Condition)),
});
const block = z.record(z.string(), z.record(z.string(), z.unknown()));

/**
 * The context keys that policies ask for, each once, as they are written: keys of conditions, and policy variables.
 * Source: IAM API Reference, GetContextKeysForCustomPolicy.
 */
export function contextKeys(texts: readonly string[]): string[] {
  const found = texts.flatMap((text) => [...conditionKeysIn(text), ...variablesIn(text)]);
  const seen = new Map(found.map((key) => [key.toLowerCase(), key]));
  return [...seen.values()].sort();
}

function conditionKeysIn(text: string): string[] {
  return conditions
    .parse(JSON.parse(text))
    .Statement.flatMap((condition) => (condition === undefined ? [] : Object.values(block.parse(condition))))
    .flatMap((keys) => Object.keys(keys));
}

function variablesIn(text: string): string[] {
  return [...text.matchAll(/\$\{([^},]*:[^},]*)/g)].map(([, key = ""]) => key.trim());
}
