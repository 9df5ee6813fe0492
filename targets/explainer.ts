import * as z from "zod";
import { UserError } from "../errors/userError.ts";
import type { Explanation } from "../runner/target.ts";
import { explanation } from "../reporters/events/explanation.ts";

/** A request that nobody has made. */
export interface Question {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** Where an embedded AWS runs, and what opens its control routes. */
interface Entry {
  readonly url: string;
  readonly controlToken: string;
}

const refusal = z.object({ message: z.string() });

/** Explains the most recent denial of an embedded AWS. Throws a UserError if there was none. */
export async function explainLastDenial(entry: Entry): Promise<Explanation> {
  return ask(entry, "explanations/last-denial", "Let something be denied first, then ask again.", 1);
}

/** Explains a request to an embedded AWS. Throws a UserError for a principal or resource that is not there. */
export async function explainQuestion(entry: Entry, question: Question): Promise<Explanation> {
  return ask(entry, "explain", "Check the spelling of --principal, --action and --resource.", 2, question);
}

async function ask(
  { url, controlToken }: Entry,
  path: string,
  nextStep: string,
  exitCode: 1 | 2,
  body?: object,
): Promise<Explanation> {
  const answer = await fetch(new URL(`/_keylab/${path}`, url), {
    method: body ? "POST" : "GET",
    headers: { "x-keylab-token": controlToken, ...(body && { "content-type": "application/json" }) },
    body: body && JSON.stringify(body),
  });
  const answered: unknown = await answer.json();
  if (answer.ok) return explanation.parse(answered);
  if (answer.status >= 500) throw new Error(`The control route ${path} answered ${answer.status}.`);
  throw new UserError(refusal.parse(answered).message, nextStep, exitCode);
}
