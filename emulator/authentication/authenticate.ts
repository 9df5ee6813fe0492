import { AwsError } from "../awsError.ts";
import type { Instance } from "../instance.ts";
import { rootUser, type Principal } from "../principal.ts";
import type { HttpRequest } from "../protocols/protocol.ts";
import type { SignatureVerifier } from "./signatureVerifier.ts";
import { readSignature, type SignedRequest } from "./signedRequest.ts";

/** Whom an access key speaks for, and the secret its requests are signed with. */
export interface Credential {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly principal: Principal;
  /** Temporary credentials carry a token, and end on the wall clock. */
  readonly session?: { readonly token: string; readonly expiresAt: Date };
  /** Hears of each request that was proved to be signed with the key. */
  readonly used?: (service: string, region: string) => void;
}

/** How a request is signed. */
export interface SignatureKind {
  /** Whether the signature stands in the query. */
  readonly isPresigned: boolean;
  readonly signedAt: Date;
}

/** A caller who has proved who they are. */
export interface AuthenticatedCall {
  readonly caller: Principal;
  readonly accessKeyId: string;
  readonly region: string;
  readonly signature: SignatureKind;
  /** The signing name of the service that the request is meant for. */
  readonly service: string;
  /** As it is meant: chunks that were signed one by one are put together. */
  readonly request: HttpRequest;
}

/**
 * Authenticates a request (SigV4 in the Authorization header or in the query). Throws an AwsError with the code of the query protocol;
 * see {@link authenticationError} for the form other protocols give it.
 */
export function authenticate(instance: Instance, verifier: SignatureVerifier, request: HttpRequest): AuthenticatedCall {
  const signed = readSignature(request);
  const credential = findCredential(instance, signed);
  const now = instance.clock.wall();
  if (credential.session && credential.session.expiresAt <= now) {
    throw new AwsError("ExpiredToken", "The security token included in the request is expired", { status: 403 });
  }
  const meant = verifier.verify(request, signed, credential.secretAccessKey, now);
  credential.used?.(signed.service, signed.region);
  return {
    caller: credential.principal,
    accessKeyId: signed.accessKeyId,
    region: signed.region,
    signature: { isPresigned: signed.expiresInSeconds !== undefined, signedAt: signed.signedAt },
    service: signed.service,
    request: meant,
  };
}

function findCredential(instance: Instance, signed: SignedRequest): Credential {
  const accountId = instance.rootAccountOf(signed.accessKeyId);
  const credential =
    accountId === undefined
      ? visibleCredential(instance, signed.accessKeyId)
      : { accessKeyId: signed.accessKeyId, secretAccessKey: instance.rootSecret, principal: rootUser(accountId) };
  if (!credential || credential.session?.token !== signed.sessionToken) {
    throw invalidClientToken();
  }
  return credential;
}

/** The user as they are by now, as long as the key is visible. */
function visibleCredential({ credentials, visibility }: Instance, accessKeyId: string): Credential | undefined {
  const written = credentials.find(accessKeyId);
  const visible = visibility.see("credential", accessKeyId, written);
  return visible && (written ?? visible);
}

/** AWS's answer to credentials that it does not know, or that it does not take for a service. */
export function invalidClientToken(): AwsError {
  return new AwsError("InvalidClientTokenId", "The security token included in the request is invalid.", {
    status: 403,
  });
}
