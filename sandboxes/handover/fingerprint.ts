import { createHash } from "node:crypto";
import type { Credential } from "../desk.ts";

/** Tells the credentials of a sandbox from those that it had before. It tells nothing of them: they are too random to be guessed. */
export function fingerprint(credentials: readonly Credential[]): string {
  const secrets = credentials.map(({ userName, accessKeyId, secretAccessKey, password }) => [
    userName,
    accessKeyId,
    secretAccessKey,
    password,
  ]);
  return createHash("sha256").update(JSON.stringify(secrets)).digest("hex");
}
