import type { CallContext } from "../../callContext.ts";
import { invalidParameter, validationException } from "./errors.ts";

/** Where a table is, whether it exists or not. */
export interface TableAddress {
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
}

const arnPattern = /^arn:aws:dynamodb:([^:]*):(\d{12}):table\/([^/]+)$/;

/** The table that a request names by its name or ARN. Throws ValidationException for an ARN of another region. */
export function tableAddress(context: CallContext, nameOrArn: string): TableAddress {
  if (nameOrArn.startsWith("arn:")) {
    const address = parseArn(context, nameOrArn);
    if (!address) throw validationException(`1 validation error detected: Invalid AWS region in '${nameOrArn}'`);
    return address;
  }
  const { accountId, region } = context;
  return { name: nameOrArn, accountId, arn: `arn:aws:dynamodb:${region}:${accountId}:table/${nameOrArn}` };
}

/** The table that a tagging request names by its ARN. Throws ValidationException; the messages were recorded. */
export function taggedTableAddress(context: CallContext, arn: string): TableAddress {
  if (!arn.startsWith("arn:")) throw invalidParameter(`ARNs must start with 'arn:': ${arn}`);
  if (!arnPattern.test(arn)) throw invalidParameter(`Provided Arn is not a DynamoDB resource arn: ${arn}`);
  const address = parseArn(context, arn);
  if (!address) throw validationException(`Invalid TableArn: Invalid ResourceArn provided as input ${arn}`);
  return address;
}

function parseArn(context: CallContext, arn: string): TableAddress | undefined {
  const [, region, accountId, name] = arnPattern.exec(arn) ?? [];
  if (accountId === undefined || name === undefined || region !== context.region) return undefined;
  return { name, accountId, arn };
}
