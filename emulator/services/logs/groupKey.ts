import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { open, seal } from "../../sealed.ts";
import { decrypt } from "../kms/operations/decrypt.ts";
import { generateDataKey } from "../kms/operations/generateDataKey.ts";
import type { LogGroup, StoredEvent } from "./logGroup.ts";
import { invalidParameter, unusableKey } from "./logsError.ts";

/** How long an opened data key is kept, in milliseconds. How long AWS keeps it is not recorded anywhere. */
const keptOpen = 5 * 60_000;

/** The data key that a log group's events are encrypted under, itself encrypted under a KMS key. */
export interface GroupKey {
  readonly kmsKeyArn: string;
  readonly groupArn: string;
  readonly wrapped: Uint8Array;
  opened?: { readonly plaintext: Uint8Array; readonly until: number };
}

/**
 * Makes a data key for a log group, as CloudWatch Logs itself: the key's policy must let it in. Throws
 * InvalidParameterException for what is no key's ARN, and AccessDeniedException for a key that is of no use.
 * Source: CloudWatch Logs User Guide, "Encrypt log data in CloudWatch Logs using AWS KMS".
 */
export async function newGroupKey(context: CallContext, groupArn: string, kmsKeyId: string): Promise<GroupKey> {
  if (!/^arn:aws:kms:[^:]+:\d{12}:key\/.+$/.test(kmsKeyId)) {
    throw invalidParameter(
      `The kmsKeyId ${kmsKeyId} is not the ARN of a KMS key: arn:aws:kms:<region>:<account>:key/<id>.`,
    );
  }
  const request = { KeyId: kmsKeyId, KeySpec: "AES_256" as const, EncryptionContext: encryptionContext(groupArn) };
  const { CiphertextBlob, Plaintext } = await asService(groupArn, () =>
    context.callAsService("logs", generateDataKey, request, groupArn),
  );
  if (!CiphertextBlob || !Plaintext) throw new Error("KMS has made a data key without giving it.");
  const opened = { plaintext: Plaintext, until: context.now.getTime() + keptOpen };
  return { kmsKeyArn: kmsKeyId, groupArn, wrapped: CiphertextBlob, opened };
}

/** A message as it is to be kept. Throws AccessDeniedException where KMS does not open the log group's key. */
export async function protect(
  context: CallContext,
  { key }: LogGroup,
  message: string,
): Promise<StoredEvent["content"]> {
  if (!key) return message;
  return { key, sealed: seal(await openKey(context, key), Buffer.from(message, "utf8"), context.instance.random) };
}

/** The message of an event that is kept. Throws as {@link protect} does. */
export async function messageOf(context: CallContext, { content }: StoredEvent): Promise<string> {
  if (typeof content === "string") return content;
  return open(await openKey(context, content.key), content.sealed).toString("utf8");
}

async function openKey(context: CallContext, key: GroupKey): Promise<Uint8Array> {
  const now = context.now.getTime();
  if (key.opened && now < key.opened.until) return key.opened.plaintext;
  const request = { CiphertextBlob: key.wrapped, EncryptionContext: encryptionContext(key.groupArn) };
  const { Plaintext } = await asService(key.groupArn, () =>
    context.callAsService("logs", decrypt, request, key.groupArn),
  );
  if (!Plaintext) throw new Error("KMS has decrypted a data key without giving it.");
  key.opened = { plaintext: Plaintext, until: now + keptOpen };
  context.instance.tape.leaveSomething();
  return Plaintext;
}

async function asService<Answer>(groupArn: string, call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    throw error instanceof AwsError ? unusableKey(groupArn) : error;
  }
}

function encryptionContext(groupArn: string): Record<string, string> {
  return { "aws:logs:arn": groupArn };
}
