import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { EventInvokeConfig } from "./eventInvokeConfig.ts";
import { invokeVersion, type InvocationRequest } from "./invokeVersion.ts";

/**
 * How often an event that failed is tried again, and after how many milliseconds.
 * Source: Lambda Developer Guide, "How Lambda handles errors and retries with asynchronous invocation".
 */
const waits = [60_000, 120_000];
const oldest = 6 * 60 * 60;

/**
 * Runs a function with an event that nobody waits for, and again if that fails: a minute later, then two. The waits are on the wall
 * clock. An event that is dropped in the end, or whose embedded AWS ends, is lost: there are no destinations here.
 */
export function invokeLater(
  context: CallContext,
  request: InvocationRequest,
  { maximumRetryAttempts = waits.length, maximumEventAge = oldest }: Partial<EventInvokeConfig> = {},
): void {
  const end = Date.now() + maximumEventAge * 1000;
  const attempt = async (number: number): Promise<void> => {
    if (await succeeds(context, request)) return;
    const wait = waits[number];
    if (wait === undefined || number >= maximumRetryAttempts || Date.now() + wait > end) return;
    setTimeout(() => void attempt(number + 1), wait).unref();
  };
  void attempt(0);
}

async function succeeds(context: CallContext, request: InvocationRequest): Promise<boolean> {
  try {
    return !(await invokeVersion(context, request)).isError;
  } catch (error) {
    if (error instanceof AwsError) return false;
    throw error;
  }
}
