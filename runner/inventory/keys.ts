import { DescribeKeyCommand, paginateListAliases, paginateListKeys, type KMSClient } from "@aws-sdk/client-kms";
import type { Session } from "../../scenarios/contract/session.ts";
import { readRefusal } from "../readRefusal.ts";
import { collect } from "./collect.ts";

/** Source: KMS Developer Guide, "Key states of AWS KMS keys". */
const leaving: ReadonlySet<string | undefined> = new Set(["PendingDeletion", "PendingReplicaDeletion"]);

/** Keys of the customer that are not on their way out, and aliases. */
export async function keys(session: Session): Promise<string[]> {
  const lists = await Promise.all([usableKeys(session), aliases(session)]);
  return lists.flat();
}

/** Aliases, but for AWS's own, which are in every account. */
export async function aliases({ kms: client }: Session): Promise<string[]> {
  const found = await collect(paginateListAliases({ client }, {}), (page) =>
    page.Aliases?.map(({ AliasArn }) => AliasArn),
  );
  return found.filter((arn) => !arn.includes(":alias/aws/"));
}

/** Keys of customers that are not on their way out, and those that their policy hides: others may have such keys in the account. */
async function usableKeys(session: Session): Promise<string[]> {
  const arns = await keyArns(session);
  const isUsable = await Promise.all(arns.map((arn) => mayBeUsable(session.kms, arn)));
  return arns.filter((_, index) => isUsable[index]);
}

/** All keys, AWS's own and those on their way out among them. */
export async function keyArns({ kms: client }: Session): Promise<string[]> {
  return collect(paginateListKeys({ client }, {}), (page) => page.Keys?.map(({ KeyArn }) => KeyArn));
}

async function mayBeUsable(client: KMSClient, KeyId: string): Promise<boolean> {
  try {
    const { KeyMetadata: key } = await client.send(new DescribeKeyCommand({ KeyId }));
    return key?.KeyManager === "CUSTOMER" && !leaving.has(key.KeyState);
  } catch (error) {
    if (readRefusal(error)?.denial) return true;
    throw error;
  }
}
