import type { CallContext } from "../../callContext.ts";
import { coldStart } from "./coldStart.ts";
import { concurrencyLimit } from "./concurrency.ts";
import type { Outcome } from "./execution/executionEnvironment.ts";
import type { StartedEnvironment } from "./execution/executionEnvironments.ts";
import type { FunctionVersion } from "./functionVersion.ts";
import { invocationLog } from "./invocationLog.ts";
import type { LambdaFunction } from "./lambdaFunction.ts";
import { writeLog } from "./writeLog.ts";

/** Which event is for which version of a function. */
export interface InvocationRequest {
  readonly found: LambdaFunction;
  readonly version: FunctionVersion;
  /** JSON. */
  readonly payload: string;
  readonly invokedFunctionArn: string;
  /** JSON. */
  readonly clientContext?: string;
}

/** In bytes. Source: Lambda Developer Guide, "Lambda quotas"; the limit that the message names is the recorded one. */
const maximumResponse = 6 * 1024 * 1024 + 100;

/** How an invocation ended, with its log. */
export interface InvocationResult extends Pick<Outcome, "payload" | "isError"> {
  readonly log: readonly string[];
}

/**
 * Runs a version of a function with an event: in an execution environment that waits for one, else in a new one. Throws
 * TooManyRequestsException, AccessDeniedException if the role cannot be assumed, and Lambda's errors about KMS.
 */
export async function invokeVersion(context: CallContext, request: InvocationRequest): Promise<InvocationResult> {
  const { found, version } = request;
  const { executionEnvironments } = context.instance;
  return executionEnvironments.within(concurrencyLimit(found), async () => {
    const started = executionEnvironments.takeIdle(version) ?? (await coldStart(context, version));
    try {
      return await run(context, request, started);
    } finally {
      await executionEnvironments.giveBack(version, started);
    }
  });
}

async function run(
  context: CallContext,
  { version, ...invocation }: InvocationRequest,
  { environment, role }: StartedEnvironment,
): Promise<InvocationResult> {
  const { requestId } = context;
  const { payload, invokedFunctionArn, clientContext } = invocation;
  const event = { requestId, payload, invokedFunctionArn, clientContext };
  const outcome = await environment.invoke(event, version.settings.timeout);
  const log = invocationLog(version, requestId, withTimeoutLine(context, outcome, version));
  const stream = { logGroupName: version.settings.logGroup, logStreamName: environment.logStream };
  await writeLog(context, role, stream, log);
  return { ...limited(outcome), log };
}

function withTimeoutLine(
  { requestId, instance }: CallContext,
  outcome: Outcome,
  { settings }: FunctionVersion,
): Outcome {
  if (outcome.failure?.status !== "timeout") return outcome;
  const at = instance.clock.now().toISOString();
  const line = `${at} ${requestId} Task timed out after ${settings.timeout.toFixed(2)} seconds\n\n`;
  return { ...outcome, printed: [...outcome.printed, line] };
}

function limited({ payload, isError }: Outcome): Pick<Outcome, "payload" | "isError"> {
  if (Buffer.byteLength(payload) <= maximumResponse) return { payload, isError };
  const errorMessage = `Response payload size exceeded maximum allowed payload size (${maximumResponse} bytes).`;
  return { payload: JSON.stringify({ errorType: "Function.ResponseSizeTooLarge", errorMessage }), isError: true };
}
