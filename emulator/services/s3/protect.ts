import type { CallContext } from "../../callContext.ts";
import { seal } from "../../sealed.ts";
import { askedEncryption, type AskedEncryption } from "./askedEncryption.ts";
import type { Bucket, ObjectContent } from "./bucket.ts";
import type { Checksum } from "./checksums/checksum.ts";
import { contentDigest } from "./contentDigest.ts";
import { newDataKey } from "./dataKeys.ts";
import { keptDescription, type AskedDescription } from "./keptDescription.ts";

/** What a request says of a new object. */
interface NewObject extends AskedDescription, AskedEncryption {
  readonly Key: string;
  readonly SSEKMSEncryptionContext?: string;
}

/** Encrypts a new object as the request or else the bucket says. Throws KMS's errors as S3 words them. */
export async function protect(
  context: CallContext,
  bucket: Bucket,
  asked: NewObject,
  body: Buffer,
  checksum: Checksum,
): Promise<ObjectContent> {
  // What is wrong with it is found before KMS is asked.
  const description = keptDescription(asked);
  const encryption = askedEncryption(bucket, asked);
  const dataKey = await newDataKey(context, bucket, asked.Key, encryption, asked.SSEKMSEncryptionContext);
  const { random } = context.instance;
  return {
    size: body.length,
    eTag: `"${contentDigest(dataKey.kept, body, random).toString("hex")}"`,
    data: seal(dataKey.plaintext, body, random),
    dataKey: dataKey.kept,
    checksum,
    ...description,
  };
}
