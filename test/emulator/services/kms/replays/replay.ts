import * as z from "zod";

/** Calls KMS over the wire; the answer has the shape of the recordings. */
export type Call = (operation: string, body: object, region?: string) => Promise<Answer>;
export type Answer = Readonly<Record<string, unknown>>;

/** Sends what was sent to AWS for a recording, whose name may end in parameters; the answers under the recorded names. */
export type Replay = (call: Call, ...parameters: string[]) => Promise<Answer>;
export type Replays = Readonly<Record<string, Replay>>;

export const accountId = "111111111111";
export const absent = "0b2ee4e5-2b2d-4b5e-a7d8-0f6f4d3b1c11";
export const encryptionContext = { EncryptionContext: { context: "value" } };

/** A member of an answer that has to be there, and a text. */
export function textOf(answer: Answer, member: string): string {
  return z.object({ [member]: z.string() }).parse(answer)[member] ?? "";
}

/** The metadata of a key in the answer that made it. */
export function metadataOf(made: Answer): Answer {
  return z.object({ KeyMetadata: z.record(z.string(), z.unknown()) }).parse(made).KeyMetadata;
}

/** Makes a key and answers with its id. */
export async function newKey(call: Call, body: object = {}, region?: string): Promise<string> {
  return textOf(metadataOf(await call("CreateKey", body, region)), "KeyId");
}

/** An answer without the members that are younger than its recording. */
export function before(answer: Answer, ...younger: readonly string[]): Answer {
  return Object.fromEntries(Object.entries(answer).filter(([name]) => !younger.includes(name)));
}

/** A text as the wire carries bytes. */
export function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
