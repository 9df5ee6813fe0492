import * as z from "zod";
import { toldEvent } from "../../runner/toldEvent.ts";
import { proofAgent } from "../workplace.ts";

/** Something that somebody in a sandbox has done, or was refused, as CloudTrail tells it. */
export interface StudentEvent {
  /** The id of the lease. */
  readonly lease: string;
  /** The user, or the role, without the sandbox's prefix. */
  readonly who: string;
  /** ISO 8601. */
  readonly at: string;
  /** As IAM spells it: `kms:Decrypt`. */
  readonly action: string;
  /** The service that asked for them: `dynamodb.amazonaws.com`. Absent: they asked themselves. */
  readonly through?: string;
  /** The code of the error. Absent: it was done. */
  readonly error?: string;
  readonly message?: string;
  /** ARNs. */
  readonly resources: readonly string[];
}

const record = z.object({ userAgent: z.string().optional() });

/**
 * Reads an event of CloudTrail. Nothing for what nobody in the sandboxes has done: what others do, and what is tried in the students' names to prove that
 * they are isolated.
 *
 * @param leases ids
 */
export function readStudentEvent(event: unknown, leases: readonly string[]): StudentEvent | undefined {
  if (record.parse(event).userAgent?.includes(proofAgent) === true) return undefined;
  const { at, caller, eventName, eventSource, invokedBy, errorCode, errorMessage, resources } = toldEvent(event);
  const name = nameOf(caller);
  const lease = leases.find((id) => name.startsWith(`${id}-`));
  if (lease === undefined) return undefined;
  return {
    lease,
    who: name.slice(lease.length + 1),
    at,
    action: `${eventSource.replace(/\.amazonaws\.com$/, "")}:${eventName}`,
    ...(invokedBy !== undefined && { through: invokedBy }),
    ...(errorCode !== undefined && { error: errorCode }),
    ...(errorMessage !== undefined && { message: errorMessage }),
    resources,
  };
}

/** The name of the user, or of the role of a session. */
function nameOf(arn: string): string {
  const [kind, ...path] = (arn.split(":")[5] ?? "").split("/");
  return (kind === "assumed-role" ? path[0] : path.at(-1)) ?? "";
}

const denials: ReadonlySet<string> = new Set(["AccessDenied", "AccessDeniedException", "Client.UnauthorizedOperation"]);

/** Whether it was refused for want of a permission. */
export function isDenial({ error }: StudentEvent): boolean {
  return error !== undefined && denials.has(error);
}
