import type { AwsError } from "../awsError.ts";
import type { ServiceModel } from "./serviceModel.ts";

/** A request as it came over the wire. */
export interface HttpRequest {
  readonly method: string;
  /** Path and query as sent, undecoded. */
  readonly url: string;
  /** Header names in lower case; several values of one header are joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly sourceIp: string;
}

/** What goes back over the wire. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** One of AWS's wire protocols: how an input is read, and how an answer or an error is written. */
export interface Protocol {
  /** The input as typed values (Date, Uint8Array, number …). Throws an AwsError for what is malformed or unknown. */
  parse(model: ServiceModel, operation: string, request: HttpRequest): Readonly<Record<string, unknown>>;
  answer(model: ServiceModel, operation: string, output: object, requestId: string): HttpResponse;
  /** `model` is absent where the service itself is unknown. */
  failure(model: ServiceModel | undefined, error: AwsError, requestId: string): HttpResponse;
  /** The error for an operation that is not there. */
  readonly unknownOperation: { readonly code: string; readonly status: number };
  /** The error of a request that could not be authenticated, as the services of the protocol word it. */
  authenticationError(error: AwsError): AwsError;
  /** The error of a request whose body has more than `limit` bytes. Absent: the protocol has no words for it. */
  bodyTooLarge?(request: HttpRequest, limit: number): AwsError;
}
