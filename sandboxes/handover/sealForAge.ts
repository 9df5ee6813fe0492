import { Encrypter } from "age-encryption";

/**
 * Encrypts for whoever has the identity of one of the recipients.
 *
 * @param recipients public keys of age: `age1…`
 * @throws Error for what is none.
 */
export async function sealForAge(content: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(content);
}
