import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { Principal } from "../../principal.ts";

/** Where the log of an execution environment goes. */
interface LogStream {
  readonly logGroupName: string;
  readonly logStreamName: string;
}

/**
 * Writes the log of an invocation to CloudWatch Logs, as the execution role, if there is CloudWatch Logs and the role may: a
 * function whose role may not runs all the same, and its log is lost. Source: Lambda Developer Guide, "Working with CloudWatch Logs".
 */
export async function writeLog(
  context: CallContext,
  role: Principal,
  stream: LogStream,
  messages: readonly string[],
): Promise<void> {
  const timestamp = context.instance.clock.now().getTime();
  const logEvents = messages.map((message) => ({ timestamp, message }));
  try {
    await put(context, role, { ...stream, logEvents }, stream);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
  }
}

async function put(context: CallContext, role: Principal, events: object, stream: LogStream): Promise<void> {
  const attempt = () => callLogs(context, role, "PutLogEvents", events);
  const isMissing = await failsAs("ResourceNotFoundException", attempt);
  if (!isMissing) return;
  const { logGroupName } = stream;
  const makeStream = () => callLogs(context, role, "CreateLogStream", stream);
  if (await failsAs("ResourceNotFoundException", makeStream)) {
    await callLogs(context, role, "CreateLogGroup", { logGroupName });
    await makeStream();
  }
  await attempt();
}

/** Whether a call ends with this error; any other error is thrown. */
async function failsAs(code: string, call: () => Promise<void>): Promise<boolean> {
  try {
    await call();
    return false;
  } catch (error) {
    if (error instanceof AwsError && error.code === code) return true;
    throw error;
  }
}

async function callLogs(context: CallContext, role: Principal, name: string, input: object): Promise<void> {
  const operation = context.findOperation("logs", name);
  if (operation) await context.callAs<unknown, object>(role, operation, input);
}
