import { parsePolicy, PolicyError, type Policy } from "../../authorization/policy.ts";
import { readPolicyDocument } from "../../authorization/policyDocument.ts";
import { principalResolver } from "../../authorization/principalResolver.ts";
import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { arnOf } from "./s3Access.ts";

/** Reads the policy of a bucket. Throws `MalformedPolicy` in S3's words, as public transcripts quote them. */
export function readBucketPolicy({ instance }: CallContext, bucket: string, text: string): Policy {
  try {
    const policy = parsePolicy(text, "resource policy", principalResolver(instance));
    const arn = arnOf(bucket);
    const resources = readPolicyDocument(text).statements.flatMap(({ Resource = [] }) => Resource);
    if (
      resources.every(
        (resource) => resource === arn || resource.startsWith(`${arn}/`) || resource.startsWith(`${arn}*`),
      )
    )
      return policy;
    throw malformed("Policy has invalid resource");
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw malformed(error.reason === "principal" ? "Invalid principal in policy" : error.message);
  }
}

function malformed(message: string): AwsError {
  return new AwsError("MalformedPolicy", message);
}
