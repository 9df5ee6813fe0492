import packageJson from "../package.json" with { type: "json" };
import { Clock } from "./clock.ts";
import { Dispatcher } from "./dispatcher.ts";
import { Endpoint } from "./endpoint.ts";
import { Instance, type InstanceSurroundings } from "./instance.ts";
import { DataFolderError } from "./journal/dataFolderError.ts";
import { Journal } from "./journal/journal.ts";
import type { JournalRecord } from "./journal/journalRecord.ts";
import type { JournalStore } from "./journal/journalStore.ts";
import { replay, timeOf } from "./journal/replay.ts";
import { ReplayMismatch } from "./journal/replayMismatch.ts";
import type { Registry } from "./registry.ts";
import { EventDeliveries } from "./services/events/eventDeliveries.ts";
import { TrailDeliveries } from "./services/cloudtrail/trailDeliveries.ts";
import { RotationRuns } from "./services/secretsmanager/rotationRuns.ts";
import type { World } from "./world.ts";

/** What every world of an embedded AWS has in common. */
export interface WorldSettings {
  readonly registry: Registry;
  readonly rootSecret: string;
  readonly surroundings: Omit<InstanceSurroundings, "journal" | "clockStandsAt">;
  /** Absent: the clock runs. */
  readonly clockStandsAt?: Date;
  /** Hears of errors that are bugs of the emulator. */
  readonly reportBug: (error: unknown) => void;
}

/** A world, and what runs in it. */
export interface OpenWorld extends World {
  readonly endpoint: Endpoint;
  readonly journal: Journal;
  /** Whether nothing was kept of it: there is nothing in it. */
  readonly isNew: boolean;
  /** Ends what runs in it; it answers no more calls that change something. */
  close(): Promise<void>;
}

/**
 * Makes a world of what a store has kept; an empty one if that is nothing. Throws a DataFolderError for what cannot be brought
 * back.
 */
export async function openWorld(settings: WorldSettings, store: JournalStore): Promise<OpenWorld> {
  const { registry, clockStandsAt } = settings;
  const journal = new Journal(store, new Clock(clockStandsAt));
  const records = store.records()[Symbol.asyncIterator]();
  const first = await nextOf(records);
  const instance = await startInstance(settings, journal, first);
  const dispatcher = new Dispatcher(instance, registry);
  // What still runs when the world has ended is refused: that is no bug.
  const reportBug = (error: unknown): void => (journal.isOver ? undefined : settings.reportBug(error));
  const trails = new TrailDeliveries(instance, registry, dispatcher, reportBug);
  const events = new EventDeliveries(instance, dispatcher, reportBug);
  const rotations = new RotationRuns(instance, dispatcher, reportBug);
  const world = { instance, registry, dispatcher };
  // Whatever a timer begins meanwhile waits.
  await journal.inTurn(() => replayAll(world, records));
  instance.audit.onRecord(
    (event) => journal.note({ event, at: instance.clock.now() }),
    () => false,
  );
  return {
    ...world,
    journal,
    endpoint: new Endpoint(instance, registry, dispatcher),
    isNew: first === undefined,
    close: async () => {
      journal.end();
      trails.stop();
      events.stop();
      rotations.stop();
      await instance.close();
    },
  };
}

/** What an instance draws when it comes into being belongs to its first step. */
async function startInstance(
  { rootSecret, surroundings }: WorldSettings,
  journal: Journal,
  first: JournalRecord | undefined,
): Promise<Instance> {
  const start = (): Promise<Instance> => Promise.resolve(new Instance(rootSecret, { ...surroundings, journal }));
  if (first === undefined) return journal.step({ kind: "start", version: packageJson.version }, start);
  if (!("step" in first) || first.step.task.kind !== "start") throw unreadable("it does not begin with a start");
  return journal.tape.replay(first.step.taped, start);
}

async function replayAll(world: World, records: AsyncIterator<JournalRecord, undefined>): Promise<void> {
  const { clock, tape } = world.instance;
  let last: Date | undefined;
  for (let record = await nextOf(records); record !== undefined; record = await nextOf(records)) {
    last = timeOf(record) ?? last;
    try {
      await replay(world, record);
    } catch (error) {
      throw error instanceof ReplayMismatch ? notTheSame(record, error) : error;
    }
  }
  if (!last) return;
  // Keys whose deletion has been noticed are gone, and that has been recorded.
  clock.hold({ now: last, wall: clock.wall() });
  await tape.replay({ draws: [], refusals: [] }, () => Promise.resolve(noticeDeletions(world.instance)));
  clock.release();
  clock.catchUp(last);
}

function noticeDeletions(instance: Instance): void {
  for (const { regions } of instance.accounts()) for (const { kms } of regions.values()) kms.keys();
}

async function nextOf(records: AsyncIterator<JournalRecord, undefined>): Promise<JournalRecord | undefined> {
  try {
    return (await records.next()).value;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw unreadable(error.message);
  }
}

function unreadable(why: string): DataFolderError {
  return new DataFolderError(
    `The kept state cannot be read: ${why}.`,
    "Its key is another one, or a file is damaged. Start with another folder, or with a copy.",
  );
}

function notTheSame(record: JournalRecord, { message }: ReplayMismatch): DataFolderError {
  const what = "step" in record ? stepName(record.step.task) : "a record";
  return new DataFolderError(
    `The kept state cannot be brought back by Keylab ${packageJson.version}. At ${what}: ${message}`,
    "Use the version that made it, or start with another folder.",
  );
}

function stepName(task: { kind: string; service?: string; operation?: string }): string {
  return task.kind === "call" ? `the call ${task.service ?? ""}:${task.operation ?? ""}` : `the step "${task.kind}"`;
}
