import { ClassDesk } from "../../sandboxes/classDesk.ts";
import type { Desk } from "../../sandboxes/desk.ts";
import { staleHandOuts } from "../../sandboxes/handover/staleHandOuts.ts";
import { WrittenFiles } from "../../sandboxes/handover/writtenFiles.ts";
import type { ChangePlace } from "../../sandboxes/terms/changeLease.ts";
import { print, type Context } from "../context.ts";
import type { ClassOptions } from "./classOptions.ts";
import { readEnd, type End } from "./readEnd.ts";
import { withClass } from "./withClass.ts";

/** What is done to a sandbox. */
export type Change = "freeze" | "thaw" | "reset" | "extend";

/** What a change was told. */
export interface ChangeOptions extends ClassOptions, End {
  /** Why, as a clause. */
  readonly reason?: string;
}

/** Changes sandboxes, one after the other. Throws a UserError for one that there is not, or that is in no state for it. */
export async function change(
  what: Change,
  leases: readonly string[],
  options: ChangeOptions,
  context: Context,
): Promise<void> {
  await withClass(options, context, async (place) => {
    const desk = new ClassDesk(place);
    const until = what === "extend" ? readEnd(options, await place.places.home.place.target.now()) : undefined;
    for (const lease of leases) {
      const encrypted = encryptedOf(lease, place);
      print(context, `${lease} ${await carryOut(what, { desk, lease, until }, options)}.`);
      for (const line of outdated(lease, encrypted, place)) print(context, line);
    }
  });
}

interface Order {
  readonly desk: Desk;
  readonly lease: string;
  readonly until?: Date;
}

/** Returns what came of it, as the rest of a sentence. */
async function carryOut(
  what: Change,
  { desk, lease, until }: Order,
  { reason = "the instructor has frozen it" }: ChangeOptions,
): Promise<string> {
  if (until) {
    await desk.extend(lease, until);
    return `ends ${until.toISOString()}`;
  }
  if (what === "freeze") {
    await desk.freeze(lease, reason);
    return "is frozen";
  }
  if (what === "thaw") {
    await desk.thaw(lease);
    return "is open again";
  }
  await desk.reset(lease);
  return "is at the start again, with new credentials";
}

/** The paths of what is encrypted for a sandbox. */
function encryptedOf(lease: string, { folder }: ChangePlace): readonly string[] {
  const files = new WrittenFiles(folder.path).of(lease);
  return files.flatMap(({ kind, path }) => (kind === "age" || kind === "archive" ? [path] : []));
}

/** What was handed out, opens nothing any more, and was not written again. */
function outdated(lease: string, encrypted: readonly string[], change: ChangePlace): string[] {
  const known = new Set(encryptedOf(lease, change));
  const deleted = encrypted.filter((path) => !known.has(path));
  return [
    ...deleted.map(
      (path) => `  ${path} held the old credentials, and is deleted: keylab sandbox hand-out writes it anew.`,
    ),
    ...staleHandOuts(lease, change.folder).map(
      ({ path }) => `  ${path} holds the old credentials, and was changed: delete it.`,
    ),
  ];
}
