import * as z from "zod";

/** How an attempt ended that AWS did not allow, as far as the answer itself tells. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly requestId?: string;
  /** Absent if the error is no denial. */
  readonly denial?: Denial;
}

/** What a denial states. */
export interface Denial {
  /** The action that was denied, where the message names it. */
  readonly action?: string;
  /** The service that refused, where the message says no more than that. */
  readonly service?: string;
}

const sdkError = z.object({
  name: z.string(),
  message: z.string(),
  $metadata: z.object({ requestId: z.string().optional(), httpStatusCode: z.number().optional() }),
});

const deniedCodes: ReadonlySet<string> = new Set(["AccessDenied", "AccessDeniedException"]);

/**
 * Reads an error of the AWS SDK. Nothing is returned for what AWS did not answer: a lost connection, a bug.
 * Sources of the wordings: IAM User Guide, "Troubleshoot access denied error messages"; recorded answers of Secrets
 * Manager ("Access to KMS is not allowed") and of KMS before it named the caller ("The ciphertext refers to …").
 */
export function readRefusal(error: unknown): Refusal | undefined {
  const parsed = sdkError.safeParse(error);
  if (!parsed.success || parsed.data.$metadata.httpStatusCode === undefined) return undefined;
  const { name: code, message, $metadata } = parsed.data;
  return {
    code,
    message,
    requestId: $metadata.requestId,
    denial: deniedCodes.has(code) ? readDenial(message) : undefined,
  };
}

function readDenial(message: string): Denial {
  const action = /is not authorized to perform: (\S+)/.exec(message)?.[1];
  if (action) return { action };
  const isKms =
    message === "Access to KMS is not allowed" || message.includes("The ciphertext refers to a customer master key");
  return isKms ? { service: "kms" } : {};
}
