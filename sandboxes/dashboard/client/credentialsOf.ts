import type { Credential } from "../../desk.ts";

/** The credentials in an answer. Throws an Error where there are none, which only another version of the server would do. */
export function credentialsOf(body: object): readonly Credential[] {
  if ("credentials" in body && Array.isArray(body.credentials) && body.credentials.every(isCredential)) {
    return body.credentials;
  }
  throw new Error("The answer has no credentials.");
}

const parts = ["userName", "accessKeyId", "secretAccessKey", "password", "signInUrl"];

function isCredential(told: unknown): told is Credential {
  if (typeof told !== "object" || told === null) return false;
  const known = new Map<string, unknown>(Object.entries(told));
  return parts.every((part) => typeof known.get(part) === "string");
}
