import { parsePolicy, PolicyError, type Policy } from "../../../authorization/policy.ts";
import { readPolicyDocument } from "../../../authorization/policyDocument.ts";
import { checkQuota } from "../quotas.ts";
import { identityPolicyRules } from "./identityPolicyRules.ts";
import { checkRules, malformedPolicy, writtenPolicy, type WrittenPolicy } from "./writtenPolicy.ts";

/** Reads and checks an identity policy. Throws MalformedPolicyDocument in AWS's words. */
export function readIdentityPolicy(text: string): Policy {
  return readChecked(text, () => undefined);
}

/** Checks the document of a managed policy. Throws MalformedPolicyDocument or LimitExceeded. */
export function checkManagedPolicy(text: string): void {
  readChecked(text, ({ Version }) => {
    if (Version !== "2012-10-17") throw malformedPolicy("Policy document must be version 2012-10-17 or greater.");
  });
  checkQuota("PolicySize", policySize(text));
}

const syntaxErrors = "Syntax errors in policy.";

/** The grammar comes first, then the version, then all other rules. */
function readChecked(text: string, checkVersion: (policy: WrittenPolicy) => void): Policy {
  const policy = writtenPolicy(text);
  if (!policy) throw malformedPolicy(syntaxErrors);
  if (policy.Statement.some(hasEffectInWrongCase)) throw malformedPolicy("The policy failed legacy parsing");
  return inWordsOfIam(() => {
    readPolicyDocument(text);
    checkVersion(policy);
    checkRules(policy, identityPolicyRules);
    return parsePolicy(text, "identity policy");
  });
}

function inWordsOfIam(read: () => Policy): Policy {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw malformedPolicy(error.reason === "unsupported" ? error.message : syntaxErrors);
  }
}

/** AWS's grammar takes `allow` for `Allow`; its older parser does not. Source: moto's validator, made of AWS's answers. */
function hasEffectInWrongCase({ Effect }: { readonly Effect?: unknown }): boolean {
  return typeof Effect === "string" && /^(allow|deny)$/i.test(Effect) && Effect !== "Allow" && Effect !== "Deny";
}

/** The size of a document as quotas count it: white space is free. Source: IAM User Guide, "IAM and AWS STS quotas". */
export function policySize(text: string): number {
  return text.replace(/\s/g, "").length;
}

/** Documents travel URL-encoded in answers. Source: IAM API Reference: "URL-encoded compliant with RFC 3986". */
export function encodeDocument(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
