import { administratorName, workshopSettings } from "../../blueprint/sandboxSettings.ts";
import type { Credential } from "../../desk.ts";
import { checkpointViews } from "../../progress/checkpointViews.ts";
import { namesOf } from "../../progress/namesOf.ts";
import type { HandOutPlace } from "../handOutFiles.ts";
import { placeOf, type HandOutSource } from "../handOutSource.ts";
import type { Handed } from "../writeClear.ts";

/** What is on the page of a sandbox. Secret. */
export interface SheetPage {
  /** The id of the lease. */
  readonly sandbox: string;
  /** The names of its students, or their ids where they have none. */
  readonly who: readonly string[];
  readonly group?: string;
  readonly className: string;
  readonly workshop: string;
  /** ISO 8601. */
  readonly until: string;
  readonly joinCode: string;
  /** The student's own administrator is the first. */
  readonly credentials: readonly Credential[];
  readonly place: HandOutPlace;
  /** Names of resources, by what they are. */
  readonly names: Readonly<Record<string, string>>;
  /** Sentences. */
  readonly tasks: readonly string[];
}

/** As many as there is room for. */
const shownTasks = 6;

/** The page of a sandbox. Nothing if it has no credentials. */
export function sheetPageOf({ lease, credentials }: Handed, source: HandOutSource): SheetPage | undefined {
  const { record, folder } = source;
  const [first] = credentials;
  if (!first) return undefined;
  const students = folder.roster?.students ?? [];
  return {
    sandbox: lease.id,
    who: lease.students.map((id) => students.find((student) => student.id === id)?.name ?? id),
    ...(lease.group !== undefined && { group: lease.group }),
    className: record.name,
    workshop: record.workshop,
    until: lease.until,
    joinCode: lease.joinCode,
    credentials,
    place: placeOf(lease, first, source),
    names: namesOf(lease, record, workshopSettings(record.workshop), administratorName),
    tasks: checkpointViews(lease, record)
      .slice(0, shownTasks)
      .map(({ task }) => task),
  };
}
