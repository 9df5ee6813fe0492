import { createLocalJWKSet, decodeJwt, errors, jwtVerify, type JSONWebKeySet, type JWTPayload } from "jose";
import * as z from "zod";
import { AwsError } from "../../awsError.ts";
import type { Instance } from "../../instance.ts";
import type { WebIdentity } from "../../principal.ts";
import { accountOfRole } from "./startRoleSession.ts";

/** Source: IAM User Guide, "Create an OpenID Connect (OIDC) identity provider in IAM". */
const algorithms = ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512"];

/** Issuers that every account knows. Source: STS API Reference, AssumeRoleWithWebIdentity. */
const wellKnown: ReadonlySet<string> = new Set(["accounts.google.com", "cognito-identity.amazonaws.com"]);

const tokenClaims = z.looseObject({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string().transform((audience) => [audience]), z.array(z.string()).min(1)]),
  exp: z.number(),
  iat: z.number(),
  azp: z.string().optional(),
  amr: z.array(z.string()).optional(),
  "https://aws.amazon.com/source_identity": z.string().optional(),
  "https://aws.amazon.com/tags": z
    .strictObject({
      principal_tags: z.record(z.string(), z.array(z.string()).length(1)).optional(),
      transitive_tag_keys: z.array(z.string()).optional(),
    })
    .optional(),
});

type Claims = z.infer<typeof tokenClaims>;

/**
 * Who comes with a web identity token. Everything about the token is checked, on the wall clock.
 * Throws InvalidIdentityToken, ExpiredTokenException, or IDPCommunicationError for an issuer whose keys are not known here.
 * Source: the sentences are recorded in the issues of AWS's clients, except that about claims and signatures.
 */
export async function webIdentityOf(
  instance: Instance,
  { RoleArn, WebIdentityToken: token }: { readonly RoleArn: string; readonly WebIdentityToken: string },
): Promise<WebIdentity> {
  const accountId = accountOfRole(RoleArn);
  const claims = readClaims(token);
  const issuer = claims.iss.replace(/^https:\/\//, "");
  const arn = providerOf(instance, accountId, issuer, claims);
  await verify(token, keysOf(instance, claims.iss), claims, instance.clock.wall());
  return { ...statedSession(claims), ...identity(issuer, arn, claims), kind: "web identity", accountId };
}

function readClaims(token: string): Claims {
  const parsed = tokenClaims.safeParse(payloadOf(token));
  if (!parsed.success) {
    const claim = parsed.error.issues[0]?.path[0];
    throw invalid(`Missing a required claim, or a claim of the wrong type: ${String(claim)}`);
  }
  const flat = Object.keys(parsed.data).find((name) => name.startsWith("https://aws.amazon.com/tags/"));
  if (flat !== undefined) throw invalid(`The embedded AWS does not carry the claim '${flat}' yet.`);
  return parsed.data;
}

function payloadOf(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    throw invalid("The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
  }
}

/** The provider that the role's account trusts, as policies name it. */
function providerOf(instance: Instance, accountId: string, issuer: string, { iss, aud, azp }: Claims): string {
  if (wellKnown.has(issuer)) return issuer;
  const providers = instance.findAccount(accountId)?.iam.openIdConnectProviders;
  const provider = providers?.get(`arn:aws:iam::${accountId}:oidc-provider/${issuer}`);
  if (!provider) throw invalid(`No OpenIDConnect provider found in your account for ${iss}`);
  const audiences = azp === undefined ? aud : [azp];
  if (!audiences.some((audience) => provider.clientIds.has(audience))) throw invalid("Incorrect token audience");
  return provider.arn;
}

/** There is no network: the keys of issuers are an option of the embedded AWS. */
function keysOf({ issuers }: Instance, issuer: string): JSONWebKeySet {
  const keys = issuers.get(issuer);
  if (keys) return keys;
  throw new AwsError(
    "IDPCommunicationError",
    `The embedded AWS does not know the keys of ${issuer}. Give them in its option 'issuers'.`,
  );
}

async function verify(token: string, keys: JSONWebKeySet, { iss, exp }: Claims, currentDate: Date): Promise<void> {
  try {
    await jwtVerify(token, createLocalJWKSet(keys), { algorithms, issuer: iss, currentDate });
  } catch (error) {
    if (error instanceof errors.JWTExpired) {
      const now = Math.floor(currentDate.getTime() / 1000);
      const sentence = `Token expired: current date/time ${now} must be before the expiration date/time ${exp}`;
      throw new AwsError("ExpiredTokenException", sentence);
    }
    if (error instanceof errors.JWKSNoMatchingKey) {
      throw invalid(
        "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
      );
    }
    if (!(error instanceof errors.JOSEError)) throw error;
    throw invalid(`The ID Token provided cannot be verified: ${error.message}`);
  }
}

/** Where a token says who asked for it (`azp`), that is its audience. Source: IAM User Guide, "Available keys for AWS OIDC federation". */
function identity(issuer: string, arn: string, { sub, aud, azp, amr }: Claims) {
  const audience = azp ?? aud.join(",");
  return {
    arn,
    principalId: `${arn}:${audience}:${sub}`,
    audience,
    subject: sub,
    federation: {
      provider: arn,
      claims: {
        [`${issuer}:aud`]: azp ?? aud,
        ...(azp !== undefined && { [`${issuer}:oaud`]: aud }),
        [`${issuer}:sub`]: sub,
        ...(amr && { [`${issuer}:amr`]: amr }),
      },
    },
  };
}

/** What the token says of the session. Source: IAM User Guide, "Pass session tags in AWS STS". */
function statedSession(claims: Claims): Pick<WebIdentity, "tags" | "transitiveTagKeys" | "sourceIdentity"> {
  const stated = claims["https://aws.amazon.com/tags"];
  const tags = Object.entries(stated?.principal_tags ?? {});
  return {
    tags: tags.map(([Key, [Value = ""]]) => ({ Key, Value })),
    transitiveTagKeys: stated?.transitive_tag_keys ?? [],
    sourceIdentity: claims["https://aws.amazon.com/source_identity"],
  };
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidIdentityToken", message);
}
