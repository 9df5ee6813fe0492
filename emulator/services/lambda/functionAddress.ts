import type { CallContext } from "../../callContext.ts";
import { invalidParameterValue, lambdaError } from "./lambdaError.ts";

/** Where a function is, whether it exists or not. */
export interface FunctionAddress {
  readonly accountId: string;
  readonly name: string;
  /** The function's ARN, without a qualifier. */
  readonly arn: string;
  /** A version or an alias; absent: the request names none. */
  readonly qualifier?: string;
}

const pattern =
  /^(?:(?:arn:aws:lambda:)?([a-z]{2}(?:-[a-z]+)+-\d):)?(?:(\d{12}):)?(?:function:)?([a-zA-Z0-9-_]+)(?::(\$LATEST|[a-zA-Z0-9-_]+))?$/;

/**
 * Reads how a request names a function: by name, by ARN or by part of it, each with or without a qualifier.
 * Throws ResourceNotFoundException for another region, and InvalidParameterValueException if the name's qualifier is not that of
 * the request. Source: Lambda API Reference, `FunctionName`; the messages were recorded, but for that of what is no name.
 */
export function functionAddress(
  context: Pick<CallContext, "accountId" | "region">,
  functionName: string,
  qualifier?: string,
): FunctionAddress {
  const [, region = context.region, accountId = context.accountId, name, derived] = pattern.exec(functionName) ?? [];
  if (name === undefined) throw invalidParameterValue(`'${functionName}' names no function.`);
  if (region !== context.region) {
    throw lambdaError(
      "ResourceNotFoundException",
      `Functions from '${region}' are not reachable in this region ('${context.region}')`,
    );
  }
  if (derived !== undefined && qualifier !== undefined && derived !== qualifier) {
    throw invalidParameterValue("The derived qualifier from the function name does not match the specified qualifier.");
  }
  const arn = `arn:aws:lambda:${region}:${accountId}:function:${name}`;
  return { accountId, name, arn, qualifier: qualifier ?? derived };
}

/** The ARN as the request means it: with the qualifier, if there is one. */
export function qualifiedArn({ arn, qualifier }: Pick<FunctionAddress, "arn" | "qualifier">): string {
  return qualifier === undefined ? arn : `${arn}:${qualifier}`;
}

/** What requests about tags name: a function, by its ARN without a qualifier. Throws InvalidParameterValueException. */
export function taggedAddress(
  context: Pick<CallContext, "accountId" | "region">,
  resourceArn: string,
): FunctionAddress {
  const address = functionAddress(context, resourceArn);
  if (address.qualifier === undefined) return address;
  throw invalidParameterValue(
    "Tags on function aliases and versions are not supported. Please specify a function ARN.",
  );
}
