import type { CallContext } from "../../callContext.ts";
import type { LogGroup, LogStream } from "./logGroup.ts";
import { invalidParameter, missing } from "./logsError.ts";

/** How requests name a log group: by name, or by name or ARN. */
export interface GroupReference {
  readonly logGroupName?: string;
  readonly logGroupIdentifier?: string;
}

/** The ARN of a log group of the caller's. */
export function logGroupArn({ region, accountId }: CallContext, name: string): string {
  return `arn:aws:logs:${region}:${accountId}:log-group:${name}`;
}

/** The name of the log group that a request is about; empty where it names none. */
export function groupNameOf({ logGroupName, logGroupIdentifier = "" }: GroupReference): string {
  if (logGroupName !== undefined) return logGroupName;
  return /^arn:aws:logs:[^:]*:[^:]*:log-group:([^:]*)/.exec(logGroupIdentifier)?.[1] ?? logGroupIdentifier;
}

/** Throws ResourceNotFoundException, and InvalidParameterException unless exactly one member names the group. */
export function findLogGroup({ state }: CallContext, reference: GroupReference): LogGroup {
  const { logGroupName, logGroupIdentifier } = reference;
  if ((logGroupName === undefined) === (logGroupIdentifier === undefined)) {
    throw invalidParameter("Exactly one of logGroupName and logGroupIdentifier must be specified.");
  }
  const group = state.logs.group(groupNameOf(reference));
  if (!group) throw missing("log group");
  return group;
}

/** The log group of an ARN that somebody wants to tag. Throws ResourceNotFoundException. */
export function findTaggedGroup(context: CallContext, resourceArn: string): LogGroup {
  const group = context.state.logs.group(groupNameOf({ logGroupIdentifier: resourceArn }));
  if (group?.arn === resourceArn) return group;
  throw missing("log group");
}

/** Throws ResourceNotFoundException. */
export function findLogStream({ streams }: LogGroup, name: string): LogStream {
  const stream = streams.get(name);
  if (!stream) throw missing("log stream");
  return stream;
}
