import * as z from "zod";

/** How long what a scenario makes counts as its own business. Whoever finds it later may remove it. */
export const lifetimeMilliseconds = 4 * 60 * 60 * 1000;

/** Whose something is: the tags that everything carries which a run makes and which can carry tags. */
export interface Mark {
  /** The scenario run, such as `20260101T120000-1a2b3c00`: when its run began, and what all its names end with. */
  readonly run: string;
  readonly scenario: string;
  /** ISO 8601, wall clock. */
  readonly expires: string;
}

const runPattern = /^\d{8}T\d{6}-([0-9a-z]{8,})$/;
const tagged = z.object({
  "keylab:run": z.string().regex(runPattern),
  "keylab:scenario": z.string().min(1),
  "keylab:expires": z.iso.datetime(),
});

/** The tag by which everything of every run is found. */
export const runTag = "keylab:run";

/** The mark of a scenario run that begins now. */
export function markOf(runId: string, suffix: string, scenario: string, now = new Date()): Mark {
  const [began = ""] = runId.split("-");
  const expires = new Date(now.getTime() + lifetimeMilliseconds).toISOString();
  return { run: `${began}-${suffix}`, scenario, expires };
}

/** A mark as tags. */
export function tagsOf({ run, scenario, expires }: Mark): Readonly<Record<string, string>> {
  return { [runTag]: run, "keylab:scenario": scenario, "keylab:expires": expires };
}

/** The mark among the tags of something. Nothing if one of the three tags is missing or is not as Keylab writes it. */
export function readMark(tags: Readonly<Record<string, string>>): Mark | undefined {
  const { data } = tagged.safeParse(tags);
  if (data === undefined) return undefined;
  return { run: data["keylab:run"], scenario: data["keylab:scenario"], expires: data["keylab:expires"] };
}

/** What all names of a scenario run end with. */
export function suffixOf({ run }: Pick<Mark, "run">): string {
  return runPattern.exec(run)?.[1] ?? run;
}

/** Whether nobody claims any more what carries the mark. */
export function isExpired({ expires }: Mark, now = new Date()): boolean {
  return new Date(expires) < now;
}
