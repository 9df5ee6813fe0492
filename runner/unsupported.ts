import type { EngineError, EngineProblem } from "./engineError.ts";
import { garbledStatus, isLacking } from "./isLacking.ts";

/** A call that brought about that something could not be deployed. */
export interface FailedCall {
  /** `kms:CreateKey`; absent where it was answered, but not as it should be. */
  readonly operation?: string;
  /** The name of the error. */
  readonly code: string;
  /** As the engine is told. */
  readonly message: string;
  /** The HTTP status of an answer that is not in AWS's form. */
  readonly garbledStatus?: number;
}

/** The target does not have what the scenario needs to be carried at all. The message is the first thing that it got wrong. */
export class Unsupported extends Error {
  /** With what it was, as `aws:kms/key:Key key`. */
  readonly resource?: string;

  constructor(message: string, { resource, cause }: { readonly resource?: string; readonly cause?: unknown } = {}) {
    super(message, { cause });
    this.name = "Unsupported";
    this.resource = resource;
  }
}

/** Answers that decide who may, or how often: a wrong one is a wrong decision, and not something that is not there. */
const deciding =
  /AccessDenied|NotAuthorized|UnauthorizedOperation|ClientTokenId|UnrecognizedClient|InvalidAccessKeyId|SignatureDoesNotMatch|Throttl|LimitExceeded|SlowDown|TooManyRequests/;

/**
 * What a deployment has failed for, if all of it is what the target has answered, and no decision. The first call that failed
 * counts.
 *
 * @param calls that have failed, the oldest first
 */
export function unsupportedDeployment(error: EngineError, calls: readonly FailedCall[]): Unsupported | undefined {
  const causes = error.problems.map((problem) => ({ problem, call: callOf(problem, calls) }));
  const [first] = causes.flatMap((cause) => cause.call ?? []).sort((a, b) => calls.indexOf(a) - calls.indexOf(b));
  if (first === undefined || causes.some(({ call }) => call === undefined || decides(call))) return undefined;
  const resource = causes.find(({ call }) => call === first)?.problem.resource;
  return new Unsupported(sentence(first), { resource, cause: error });
}

function decides({ code, garbledStatus: status = 0 }: FailedCall): boolean {
  return deciding.test(code) || status === 401 || status === 403;
}

function callOf({ message }: EngineProblem, calls: readonly FailedCall[]): FailedCall | undefined {
  return calls.find((call) => message.includes(call.message));
}

/**
 * What an access test has failed for, if the target does not have the operation.
 *
 * @param code the error that was expected, if one was
 */
export function unsupportedAttempt(operation: string, error: unknown, code?: string): Unsupported | undefined {
  if (!(error instanceof Error) || error.name === code || !isLacking(error)) return undefined;
  const { name, message } = error;
  const call = { operation, message: `${name}: ${message}`, garbledStatus: garbledStatus(error) };
  return new Unsupported(sentence(call), { cause: error });
}

function sentence({ operation, message, garbledStatus: status }: Omit<FailedCall, "code">): string {
  const answer = status === undefined ? message : `HTTP ${status}, and not in AWS's form`;
  return operation === undefined ? answer : `${operation} was answered with ${answer}`;
}
