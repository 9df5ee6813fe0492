import { AwsError } from "../../awsError.ts";

interface Wrapping {
  readonly opening: string;
  /** The class of AWS's own KMS client; an error without one of its own is an `AWSKMSException`. */
  readonly exception: string;
  readonly code: string;
  readonly status: number;
}

const unusable = { code: "ValidationException", status: 400 };

/** By KMS's error code. Source: recorded answers of CreateTable, UpdateTable and GetItem. */
const wrappings: ReadonlyMap<string, Wrapping> = new Map([
  [
    "AccessDeniedException",
    {
      opening: "KMS key access denied error",
      exception: "AWSKMSException",
      code: "AccessDeniedException",
      status: 400,
    },
  ],
  ["DisabledException", { opening: "KMS key disabled error", exception: "DisabledException", ...unusable }],
  ["KMSInvalidStateException", { opening: "KMS validation error", exception: "KMSInvalidStateException", ...unusable }],
  ["NotFoundException", { opening: "KMS validation error", exception: "NotFoundException", ...unusable }],
  // Not recorded; taken to be like a key that is not found.
  ["InvalidArnException", { opening: "KMS validation error", exception: "InvalidArnException", ...unusable }],
]);

/** A key of the wrong kind is such a case: HTTP 500 that no retry mends. */
const internal: Wrapping = {
  opening: "KMS internal error",
  exception: "AWSKMSException",
  code: "InternalServerError",
  status: 500,
};

/** Asks KMS, and gives its errors the form in which DynamoDB hands them on. */
export async function askKms<Answer>(question: Promise<Answer>): Promise<Answer> {
  try {
    return await question;
  } catch (error) {
    throw error instanceof AwsError ? wrapped(error) : error;
  }
}

function wrapped(error: AwsError): AwsError {
  const { opening, exception, code, status } = wrappings.get(error.code) ?? internal;
  const call = `(Service: AWSKMS; Status Code: ${error.status}; Error Code: ${error.code}; Request ID: ${error.requestId ?? ""}; Proxy: null)`;
  const message = `${opening}: com.amazonaws.services.kms.model.${exception}: ${error.message} ${call}`;
  return new AwsError(code, message, { status });
}
