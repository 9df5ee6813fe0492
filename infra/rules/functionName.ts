import type { Rule } from "./rule.ts";

/** The name of a Lambda function. Source: Lambda API Reference, CreateFunction. */
export const functionName: Rule<string> = {
  allowed: 'a name of 1 to 64 letters, digits, "-" and "_"',
  accepts: (name) => /^[\w-]{1,64}$/.test(name),
};
