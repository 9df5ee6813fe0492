import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { Volume } from "./volume.ts";

/** What a client token stands for once it has been used. */
export interface MadeVolume {
  /** The request, to be compared with the next one. */
  readonly request: string;
  readonly volumeId: string;
}

/**
 * The volume that the same request made before. Throws IdempotentParameterMismatch for a token of another request, or of
 * a volume that is gone. Source: EC2 API Reference, "Ensuring idempotency"; the first message is seen in the issues of AWS's
 * clients.
 */
export function madeBefore({ state }: CallContext, token: string | undefined, request: string): Volume | undefined {
  const made = token === undefined ? undefined : state.ec2.madeWith.get(token);
  if (!made) return undefined;
  if (made.request !== request) {
    throw mismatch("Arguments on this idempotent request are inconsistent with arguments used in previous request(s).");
  }
  const volume = state.ec2.volume(made.volumeId);
  if (volume) return volume;
  throw mismatch("The client token you have provided is associated with a resource that is already deleted.");
}

function mismatch(message: string): AwsError {
  return new AwsError("IdempotentParameterMismatch", message);
}
