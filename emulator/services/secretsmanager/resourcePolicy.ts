import { AwsError } from "../../awsError.ts";
import { parsePolicy, PolicyError, type Policy } from "../../authorization/policy.ts";
import { principalResolver } from "../../authorization/principalResolver.ts";
import type { CallContext } from "../../callContext.ts";

/** Reads the resource policy of a secret. Throws MalformedPolicyDocumentException. */
export function readResourcePolicy(context: CallContext, text: string): Policy {
  try {
    return parsePolicy(text, "resource policy", principalResolver(context.instance));
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw new AwsError("MalformedPolicyDocumentException", inWordsOfSecretsManager(error));
  }
}

function inWordsOfSecretsManager({ reason, message }: PolicyError): string {
  return reason === "principal" ? "This resource policy contains an unsupported principal." : message;
}

/** What a check finds wrong, in words. */
export const broadAccess =
  "This resource policy grants broad access to the secret: name the principals, or restrict them by a condition.";
