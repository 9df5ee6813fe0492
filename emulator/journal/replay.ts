import { AwsError } from "../awsError.ts";
import { countRule } from "../services/events/countRule.ts";
import { dueSchedules } from "../services/events/dueSchedules.ts";
import { beginDueRotations } from "../services/secretsmanager/beginDueRotations.ts";
import { endRotation } from "../services/secretsmanager/endRotation.ts";
import type { World } from "../world.ts";
import { callerOf } from "./callerSnapshot.ts";
import { errorCodeOf } from "./journal.ts";
import type { JournalRecord, KeptProgress, Step, StepTask } from "./journalRecord.ts";
import { ReplayMismatch } from "./replayMismatch.ts";

/** Brings back what a record of the journal is about. Throws a ReplayMismatch if a step ends otherwise than it did. */
export async function replay(world: World, record: JournalRecord): Promise<void> {
  if ("step" in record) await replayStep(world, record.step);
  else if ("event" in record) world.instance.audit.restore(record.event);
  else restoreProgress(world, record.trail);
}

/** When a record was made. */
export function timeOf(record: JournalRecord): Date | undefined {
  if ("step" in record) return record.step.moment.now;
  return "event" in record ? record.at : undefined;
}

/** Does a step again: at the same time, with what it was told then. */
async function replayStep(world: World, { task, moment, taped, errorCode }: Step): Promise<void> {
  const { clock, tape } = world.instance;
  clock.hold(moment);
  try {
    const ended = tape.replay(taped, () => perform(world, task));
    const code = await errorCodeOf(ended);
    if (code === errorCode) return;
    // Says itself what is wrong, or is a bug that the step did not have.
    await ended.catch(throwUnlessAws);
    throw new ReplayMismatch(`ends with ${code ?? "success"} and not with ${errorCode ?? "success"}, otherwise`);
  } finally {
    clock.release();
  }
}

async function perform({ instance, registry, dispatcher }: World, task: StepTask): Promise<unknown> {
  switch (task.kind) {
    case "start":
      throw new ReplayMismatch("starts a second time, otherwise");
    case "advance":
      return instance.clock.advance(task.milliseconds);
    case "settle":
      return instance.visibility.settle();
    case "rotations due":
      return beginDueRotations(instance);
    case "rotation ended":
      return endRotation(instance, task);
    case "schedules":
      return dueSchedules(instance);
    case "rule metric":
      return countRule(instance, task);
    case "signing key": {
      const { cloudtrail } = instance.region(task.accountId, task.region);
      return cloudtrail.useSigningKey(task.validFrom, instance.random);
    }
    case "call": {
      const { service, operation: name, input, caller, region, requestId, wireRequestId, origin } = task;
      const operation = registry.operation(service, name);
      if (!operation) throw new ReplayMismatch(`finds no operation ${service}:${name}, otherwise`);
      const call = { caller: callerOf(caller), region, requestId, wireRequestId, origin };
      return dispatcher.perform(operation, input, call);
    }
  }
}

function restoreProgress({ instance }: World, { accountId, homeRegion, arn, progress }: KeptProgress): void {
  const trail = instance.findRegion(accountId, homeRegion)?.cloudtrail.find(arn);
  if (trail) trail.progress = progress;
}

function throwUnlessAws(error: unknown): void {
  if (!(error instanceof AwsError)) throw error;
}
