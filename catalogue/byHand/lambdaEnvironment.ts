import type { DeployedResource } from "./mapping.ts";
import { placeholderOf } from "./placeholderOf.ts";
import { secretText } from "./secretText.ts";
import { variableOf } from "./variableOf.ts";

const keyType = "aws:kms/key:Key";

/**
 * Environment variables of a function. Records keep them secret; what is known is which of them the code names, and which keys
 * the function uses beside the one that encrypts them: their ARNs are variables that are called as they are.
 */
export function lambdaEnvironment(
  code: string,
  kmsKeyArn: string | undefined,
  { uses }: DeployedResource,
): Record<string, string> {
  const named = [...code.matchAll(/process\.env\.(\w+)/g)].map(([, name = ""]) => [name, secretText] as const);
  const keys = uses
    .map((key) => key.split("::"))
    .map(([type = "", name = ""]) => ({ type, name }))
    .filter((key) => key.type === keyType && kmsKeyArn?.includes(placeholderOf(key)) !== true);
  const arns = keys.map((key) => {
    return [variableOf(key), `arn:aws:kms:us-east-1:000000000000:key/${placeholderOf(key)}`] as const;
  });
  return Object.fromEntries([...named, ...arns]);
}
