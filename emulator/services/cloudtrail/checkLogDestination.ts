import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { startLogSession, type Calls } from "./logSession.ts";
import { logStream, makeLogStream } from "./logStream.ts";
import type { LogDestination } from "./trail.ts";

/** What a request says of the log group that a trail is to write to; empty texts are nothing. */
interface StatedDestination {
  readonly logGroupArn?: string;
  readonly roleArn?: string;
}

/**
 * Checks the log group of a trail, as CloudTrail does: its role must let it in and make a log stream. Throws
 * InvalidCloudWatchLogsLogGroupArnException or InvalidCloudWatchLogsRoleArnException. Source: CloudTrail API Reference,
 * CreateTrail; of the sentences on ARNs and access: public transcripts.
 */
export async function checkLogDestination(
  context: CallContext,
  trailArn: string,
  { logGroupArn = "", roleArn = "" }: StatedDestination,
): Promise<LogDestination | undefined> {
  if (logGroupArn === "" && roleArn === "") return undefined;
  const { region, accountId } = context;
  if (!new RegExp(`^arn:aws:logs:${region}:${accountId}:log-group:[^:]+:\\*$`).test(logGroupArn)) {
    throw invalidLogGroup("CloudTrail cannot validate the specified log group ARN");
  }
  if (!new RegExp(`^arn:aws:iam::${accountId}:role/.+$`).test(roleArn)) {
    throw invalidRole("CloudTrail cannot validate the specified role ARN");
  }
  await probe(context, trailArn, { logGroupArn, roleArn });
  return { logGroupArn, roleArn };
}

async function probe(context: CallContext, trailArn: string, destination: LogDestination): Promise<void> {
  const calls = callsOf(context, trailArn);
  const session = await startLogSession(calls, destination).catch((error: unknown) => {
    throw error instanceof AwsError
      ? invalidRole("Access denied. Check the trust relationships for your role.")
      : error;
  });
  const home = { accountId: context.accountId, homeRegion: context.region };
  await makeLogStream(calls, session, logStream(home, destination)).catch((error: unknown) => {
    if (!(error instanceof AwsError)) throw error;
    if (error.code === "ResourceNotFoundException") throw invalidLogGroup(error.message);
    throw invalidLogGroup("Access denied. Check the permissions for your role.");
  });
}

function callsOf(context: CallContext, trailArn: string): Calls {
  return {
    instance: context.instance,
    asCloudTrail: (operation, input) => context.callAsService("cloudtrail", operation, input, trailArn),
    as: (bearer, operation, input) => context.callAs(bearer, operation, input),
  };
}

function invalidLogGroup(message: string): AwsError {
  return new AwsError("InvalidCloudWatchLogsLogGroupArnException", message);
}

function invalidRole(message: string): AwsError {
  return new AwsError("InvalidCloudWatchLogsRoleArnException", message);
}
