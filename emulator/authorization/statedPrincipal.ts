import type { RawPrincipal } from "./policyDocument.ts";
import { PolicyError } from "./policyError.ts";

/** One principal that a statement names. */
export type StatedPrincipal =
  | { readonly kind: "everyone" }
  | { readonly kind: "account"; readonly accountId: string }
  | { readonly kind: "arn"; readonly arn: string; readonly uniqueId?: string }
  | { readonly kind: "service"; readonly service: string }
  /** An identity provider: `cognito-identity.amazonaws.com`, or the ARN of a SAML or OIDC provider. */
  | { readonly kind: "federated"; readonly provider: string }
  /** An account, by the id that S3 has for it. */
  | { readonly kind: "canonical user"; readonly id: string };

/** Finds the unique id of a user or role by its ARN; `undefined` if there is none. */
export type PrincipalResolver = (arn: string) => string | undefined;

/** Reads `Principal` or `NotPrincipal`. Throws a PolicyError for who does not exist, and for an element that names nobody. */
export function readPrincipals(raw: RawPrincipal | undefined, resolve: PrincipalResolver): StatedPrincipal[] {
  if (raw === undefined) return [];
  if (raw === "*") return [{ kind: "everyone" }];
  const named: StatedPrincipal[] = [
    ...(raw.AWS ?? []).map((name) => awsPrincipal(name, resolve)),
    ...(raw.Service ?? []).map((service): StatedPrincipal => ({ kind: "service", service })),
    ...(raw.Federated ?? []).map((provider): StatedPrincipal => ({ kind: "federated", provider })),
    ...(raw.CanonicalUser ?? []).map((id): StatedPrincipal => ({ kind: "canonical user", id })),
  ];
  if (named.length === 0) throw new PolicyError("syntax", "The element Principal names nobody.");
  return named;
}

function awsPrincipal(name: string, resolve: PrincipalResolver): StatedPrincipal {
  if (name === "*") return { kind: "everyone" };
  const [, ofRoot, bare] = /^(?:arn:aws:iam::(\d{12}):root|(\d{12}))$/.exec(name) ?? [];
  const accountId = ofRoot ?? bare;
  if (accountId !== undefined) return { kind: "account", accountId };
  // A session is always named in full: there are no wildcards in principals.
  if (/^arn:aws:sts::\d{12}:(assumed-role\/[^/*?]+\/[^/*?]+|federated-user\/[^/*?]+)$/.test(name)) {
    return { kind: "arn", arn: name };
  }
  const uniqueId = /^arn:aws:iam::\d{12}:(user|role)\/.+$/.test(name) ? resolve(name) : undefined;
  if (uniqueId === undefined) {
    throw new PolicyError("principal", `The principal '${name}' does not exist.`, name);
  }
  return { kind: "arn", arn: name, uniqueId };
}
