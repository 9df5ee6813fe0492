import { problemsOf } from "../../runner/problemsOf.ts";

/** How connections fail that will be there again. Source: Node.js documentation, "Common system errors"; undici, "Errors". */
const away: ReadonlySet<unknown> = new Set([
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
  "UND_ERR_SOCKET",
]);

/** Why a look at a class failed, a sentence each. That nobody answers is no bug, and needs no stack trace. */
export function lookProblems(error: unknown): readonly string[] {
  const code = codeOf(error);
  if (code !== undefined) return [`AWS does not answer (${code}).`];
  return problemsOf(error, { stage: "clean-up" }).map(({ message }) => message);
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && typeof error.code === "string" && away.has(error.code)) return error.code;
  if (error instanceof AggregateError) return error.errors.map(codeOf).find((code) => code !== undefined);
  return codeOf(error.cause);
}
