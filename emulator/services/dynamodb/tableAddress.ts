import type { CallContext } from "../../callContext.ts";
import { invalidParameter, validationException } from "./errors.ts";

/** Where a table is, whether it exists or not. */
export interface TableAddress {
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
}

const arnPattern = /^arn:aws:dynamodb:([^:]*):(\d{12}):table\/([^/]+)$/;

const policyArnPattern = /^arn:([^:]*):dynamodb:([^:]*):(\d{12}):table\/([^/]+)(\/(?:index|stream)\/.+)?$/;

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

/**
 * The table whose resource policy a request is about. Throws ValidationException, also for a table of another account: nobody
 * but its owner sees or changes a table's policy. Source of the messages: recorded answers.
 */
export function policyAddress(context: CallContext, arn: string): TableAddress {
  if (!arn.startsWith("arn:")) throw invalidParameter(`ARNs must start with 'arn:': ${arn}`);
  const [, partition, region, accountId = "", name, more] = policyArnPattern.exec(arn) ?? [];
  if (name === undefined) throw invalidParameter(`Provided Arn is not a DynamoDB resource arn: ${arn}`);
  if (partition !== "aws" || region !== context.region) throw invalidParameter(`Invalid resource Arn: ${arn}`);
  if (accountId !== context.accountId) throw onlyForTheOwner();
  if (more?.startsWith("/stream/")) {
    throw validationException("The embedded AWS does not carry resource policies of streams yet: it has no streams.");
  }
  if (more !== undefined) {
    throw invalidParameter(
      `Invalid resource arn provided, only table or stream is accepted. Provided resource arn: ${arn}`,
    );
  }
  return { name, accountId, arn };
}

/** What AWS says to other accounts, with its own apostrophe. */
function onlyForTheOwner() {
  return validationException("This action is only supported by accounts that match the resource owner’s account.");
}

function parseArn(context: CallContext, arn: string): TableAddress | undefined {
  const [, region, accountId, name] = arnPattern.exec(arn) ?? [];
  if (accountId === undefined || name === undefined || region !== context.region) return undefined;
  return { name, accountId, arn };
}
