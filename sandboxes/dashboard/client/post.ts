import { isRefused, type Refused } from "./refused.ts";

/** How the server answered. */
export type Answer = { readonly isGood: true; readonly body: object } | ({ readonly isGood: false } & Refused);

/** Asks the server for a change. Never rejects. */
export async function post(path: string, body: object, token?: string): Promise<Answer> {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token === undefined ? {} : { "x-keylab-token": token }) },
      body: JSON.stringify(body),
    });
    const told: unknown = await answer.json();
    if (answer.ok && isObject(told)) return { isGood: true, body: told };
    if (isRefused(told)) return { isGood: false, message: told.message, nextStep: told.nextStep };
  } catch {
    return { isGood: false, message: "The server cannot be reached.", nextStep: "Look whether Keylab still runs." };
  }
  return { isGood: false, message: "The server gave no answer that makes sense.", nextStep: "Reload the page." };
}

function isObject(told: unknown): told is object {
  return typeof told === "object" && told !== null;
}
