import type { GrantOperation } from "@aws-sdk/client-kms";
import type { CallContext } from "../../callContext.ts";
import { createGrant } from "../kms/operations/createGrant.ts";
import { describeKey } from "../kms/operations/describeKey.ts";
import { generateDataKey } from "../kms/operations/generateDataKey.ts";
import { askKms } from "./kmsError.ts";
import { retireGrants } from "./retireGrants.ts";
import { ItemCipher } from "./storage/itemCipher.ts";
import type { TableAddress } from "./tableAddress.ts";
import { TableKey } from "./tableKey.ts";

/** DynamoDB takes two equal grants. Source: recorded answers. */
const numberOfGrants = 2;

const grantedOperations: GrantOperation[] = [
  "DescribeKey",
  "GenerateDataKey",
  "Decrypt",
  "Encrypt",
  "ReEncryptFrom",
  "ReEncryptTo",
  "RetireGrant",
];

/** A new table key, and what encrypts items under it. */
export interface NewEncryption {
  readonly key: TableKey;
  readonly cipher: ItemCipher;
}

/**
 * Makes a data key for a table under a KMS key: DescribeKey and CreateGrant as the caller, then GenerateDataKey as
 * DynamoDB itself, which the grants allow. Leaves no grant behind if it fails. Throws KMS's errors as DynamoDB words them.
 * Source: DynamoDB Developer Guide, "How Amazon DynamoDB uses AWS KMS".
 */
export async function encryptTable(
  context: CallContext,
  { name, arn: tableArn, accountId }: TableAddress,
  keyId: string,
): Promise<NewEncryption> {
  const keyArn = await resolveKey(context, keyId);
  const encryptionContext = {
    "aws:dynamodb:tableName": name,
    "aws:dynamodb:subscriberId": accountId,
  };
  const grantIds: string[] = [];
  try {
    for (let count = 0; count < numberOfGrants; count++) {
      grantIds.push(await takeGrant(context, keyArn, encryptionContext));
    }
    const { wrapped, cipher } = await generateTableKey(context, tableArn, keyArn, encryptionContext);
    const key = new TableKey({ keyArn, encryptionContext, wrapped, grantIds, createdAt: context.now });
    return { key, cipher };
  } catch (error) {
    await retireGrants(context, tableArn, keyArn, grantIds);
    throw error;
  }
}

async function resolveKey(context: CallContext, keyId: string): Promise<string> {
  const { KeyMetadata } = await askKms(context.callAsCaller("dynamodb", describeKey, { KeyId: keyId }));
  if (!KeyMetadata?.Arn) throw new Error("KMS has described a key without its ARN.");
  return KeyMetadata.Arn;
}

async function takeGrant(
  context: CallContext,
  keyArn: string,
  encryptionContext: Record<string, string>,
): Promise<string> {
  const dynamoDb = `dynamodb.${context.region}.amazonaws.com`;
  const { GrantId } = await askKms(
    context.callAsCaller("dynamodb", createGrant, {
      KeyId: keyArn,
      GranteePrincipal: dynamoDb,
      RetiringPrincipal: dynamoDb,
      Operations: grantedOperations,
      Constraints: { EncryptionContextSubset: encryptionContext },
    }),
  );
  if (!GrantId) throw new Error("KMS has made a grant without an id.");
  return GrantId;
}

async function generateTableKey(
  context: CallContext,
  tableArn: string,
  keyArn: string,
  encryptionContext: Record<string, string>,
): Promise<{ readonly wrapped: Uint8Array; readonly cipher: ItemCipher }> {
  const { CiphertextBlob, Plaintext } = await askKms(
    context.callAsService(
      "dynamodb",
      generateDataKey,
      { KeyId: keyArn, KeySpec: "AES_256", EncryptionContext: encryptionContext },
      tableArn,
    ),
  );
  if (!CiphertextBlob || !Plaintext) throw new Error("KMS has made a data key without its ciphertext or plaintext.");
  return { wrapped: CiphertextBlob, cipher: new ItemCipher(Plaintext, context.instance.random) };
}
