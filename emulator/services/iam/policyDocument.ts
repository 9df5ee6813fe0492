import { AwsError } from "../../awsError.ts";
import { parsePolicy, PolicyError, type Policy } from "../../authorization/policy.ts";

/** Reads and checks an identity policy. Throws MalformedPolicyDocument in AWS's words. */
export function readIdentityPolicy(text: string): Policy {
  try {
    return parsePolicy(text, "identity policy");
  } catch (error) {
    throw error instanceof PolicyError ? malformedPolicy(error) : error;
  }
}

/** IAM's answer for a document that it refuses. */
export function malformedPolicy(error: PolicyError): AwsError {
  const message = error.reason === "json" ? "This policy contains invalid Json" : error.message;
  return new AwsError("MalformedPolicyDocument", message);
}

/** The size of a document as quotas count it: white space is free. Source: IAM User Guide, "IAM and AWS STS quotas". */
export function policySize(text: string): number {
  return text.replace(/\s/g, "").length;
}

/** Documents travel URL-encoded in answers. Source: IAM API Reference, "policies … are URL-encoded compliant with RFC 3986". */
export function encodeDocument(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
