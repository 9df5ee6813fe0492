/** What the paths of IAM's own ARNs begin with, as AWS lists them in its sentence. */
const iamPaths = [
  "user/",
  "federated-user/",
  "role/",
  "group/",
  "instance-profile/",
  "mfa/",
  "server-certificate/",
  "policy/",
  "sms-mfa/",
  "saml-provider/",
  "oidc-provider/",
  "report/",
  "access-report/",
];

/**
 * What is wrong with a resource of an identity policy, in AWS's words; `undefined` if nothing is. A text with a colon is
 * taken for an ARN, whatever stands before the colon.
 * Source: AWS's answers as the tests of moto record them, and answers of real AWS in public reports.
 */
export function resourceProblem(resource: string): string | undefined {
  if (resource === "*") return undefined;
  const [arn, partition, vendor, ...rest] = resource.split(":");
  if (partition === undefined) return `Resource ${String(arn)} must be in ARN format or "*".`;
  if (partition !== "aws") {
    return `Partition "${partition}" is not valid for resource "${asArn(partition, vendor, rest)}".`;
  }
  if (vendor === undefined || /[*?]/.test(vendor)) {
    return "Resource vendor must be fully qualified and cannot contain regexes.";
  }
  return vendor === "iam" ? iamResourceProblem(resource, rest) : undefined;
}

/**
 * Whether AWS's older parser, which it asks as well, trips over a resource: it does over an account that is none.
 * Texts with policy variables are left alone: their colons are not those of an ARN.
 */
export function failsLegacyParsing(resource: string): boolean {
  const [, partition, , , account = ""] = resource.split(":");
  if (partition !== "aws" || resource.includes("${")) return false;
  return !/^([\d*?]*|aws)$/.test(account);
}

/** What is missing of the ARN is filled up with `*`, and what is too much belongs to its last part. */
function asArn(partition: string, vendor = "", rest: readonly string[]): string {
  const [region = "*", account = "*", ...path] = rest;
  const service = vendor === "" && rest.length === 0 ? "*" : vendor;
  return ["arn", partition, service, region, account, path.length > 0 ? path.join(":") : "*"].join(":");
}

function iamResourceProblem(resource: string, [region = "", , ...path]: readonly string[]): string | undefined {
  if (region !== "" && !/[*?]/.test(region)) return `IAM resource ${resource} cannot contain region information.`;
  const text = path.join(":");
  // Whether AWS takes a pattern in place of the kind is not recorded anywhere; the engine does, and means it so.
  if (iamPaths.some((known) => text.startsWith(known)) || /^[^/]*[*?$]/.test(text)) return undefined;
  return `IAM resource path must either be "*" or start with ${iamPaths.join(", ")}.`;
}
