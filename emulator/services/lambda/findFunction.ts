import type { CallContext } from "../../callContext.ts";
import { qualifiedArn, type FunctionAddress } from "./functionAddress.ts";
import { latest, type FunctionVersion } from "./functionVersion.ts";
import { lambdaError } from "./lambdaError.ts";
import type { Alias, LambdaFunction } from "./lambdaFunction.ts";

/** The function at an address, if there is one. */
export function functionAt({ instance, region }: CallContext, address: FunctionAddress): LambdaFunction | undefined {
  return instance.findRegion(address.accountId, region)?.lambda.functions.get(address.name);
}

/** The function at an address. Throws ResourceNotFoundException. */
export function findFunction(context: CallContext, address: FunctionAddress): LambdaFunction {
  const found = functionAt(context, address);
  if (!found) throw functionNotFound(address.arn);
  return found;
}

/** The version that an address leads to: by number, through an alias, or `$LATEST`. Throws ResourceNotFoundException. */
export function findVersion(context: CallContext, address: FunctionAddress): FunctionVersion {
  const { qualifier = latest } = address;
  const found = functionAt(context, address);
  const version = found?.version(found.aliases.get(qualifier)?.version ?? qualifier);
  if (!version) throw functionNotFound(qualifiedArn(address));
  return version;
}

/** An alias of a function. Throws ResourceNotFoundException. */
export function findAlias(found: LambdaFunction, name: string): Alias {
  const alias = found.aliases.get(name);
  if (alias) return alias;
  throw lambdaError("ResourceNotFoundException", `Alias not found: ${found.arn}:${name}`);
}

/** Source: recorded answers. */
export function functionNotFound(arn: string) {
  return lambdaError("ResourceNotFoundException", `Function not found: ${arn}`);
}
