import { CreateKeyCommand, type CreateKeyCommandInput } from "@aws-sdk/client-kms";
import type { Clients } from "../../../support/emulator.ts";

/** A key that a test has made. */
export interface TestKey {
  readonly id: string;
  readonly arn: string;
}

/** Makes a key as the clients' caller. */
export async function makeKey({ kms }: Clients, input: CreateKeyCommandInput = {}): Promise<TestKey> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand(input));
  if (!KeyMetadata?.KeyId || !KeyMetadata.Arn) throw new Error("CreateKey answered without a key.");
  return { id: KeyMetadata.KeyId, arn: KeyMetadata.Arn };
}

/** A key policy of these statements; each is about every resource and allows, unless it says otherwise. */
export function keyPolicy(...statements: readonly object[]): string {
  const full = statements.map((statement) => ({ Effect: "Allow", Resource: "*", ...statement }));
  return JSON.stringify({ Version: "2012-10-17", Statement: full });
}

/** The statement that hands everything to the account. */
export function toAccount(accountId = "000000000000"): object {
  return { Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: "kms:*" };
}

export const oneDay = 24 * 60 * 60 * 1000;

/** An answer without what the SDK adds to it. */
export function withoutMetadata(answer: object): object {
  return Object.fromEntries(Object.entries(answer).filter(([name]) => name !== "$metadata"));
}
