import { boundaryArn } from "../blueprint/studentBoundary.ts";
import type { ClassRecord } from "../classes/classRecord.ts";
import { whereOf } from "../classes/whereOf.ts";
import type { CheckpointView } from "../desk.ts";
import type { Lease } from "../lease/lease.ts";
import { checkpointsOf } from "./checkpoints/index.ts";

/** What the students of a sandbox are to do, with the names that things have there, and when they have done it as far as it was written down. */
export function checkpointViews(lease: Lease, record: ClassRecord): CheckpointView[] {
  const boundary = boundaryArn({ ...whereOf(lease, record), lease: lease.id });
  return checkpointsOf(record.workshop, lease.blueprint).map(({ id, task, title }) => {
    const reachedAt = lease.checkpoints[id];
    return {
      id,
      title,
      task: task.replaceAll("{prefix}", lease.id).replaceAll("{boundary}", boundary),
      ...(reachedAt !== undefined && { reachedAt }),
    };
  });
}
