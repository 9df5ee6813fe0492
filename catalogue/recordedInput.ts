import { policyDocument } from "../mutations/deployedPolicy.ts";
import type { AnswerBook } from "./answerBook.ts";
import { bytesMember, madeUpText } from "./recordedBytes.ts";

const secretMembers = new Set(["NewPassword", "OldPassword", "Password", "SecretString"]);

/** The input of a command for a record: plain data, without secrets. Ids of resources still stand in it. */
export function recordedInput(input: object, answers: AnswerBook): Record<string, unknown> {
  const entries = Object.entries(input).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([name, value]: [string, unknown]) => {
      if (secretMembers.has(name)) return [name, "<secret>"];
      // S3 takes the text of an object as it is: it is bytes all the same.
      return [name, plain(name === "Body" && typeof value === "string" ? Buffer.from(value) : value, answers)];
    }),
  );
}

function plain(value: unknown, answers: AnswerBook): unknown {
  if (value instanceof Uint8Array) {
    return { [bytesMember]: textOf(value) ?? answers.placeholderOf(value) ?? madeUpText };
  }
  if (value instanceof Date) return madeUpText;
  if (typeof value === "string") return answers.placeholderOf(value) ?? policyDocument(value) ?? value;
  if (Array.isArray(value)) return value.map((item: unknown) => plain(item, answers));
  return typeof value === "object" && value !== null ? recordedInput(value, answers) : value;
}

/** The text that a scenario has written as bytes; nothing for bytes that AWS or a run has made up. */
function textOf(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes).toString();
  return /^[\x20-\x7e\n]*$/.test(text) ? text : undefined;
}
