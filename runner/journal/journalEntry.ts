import * as z from "zod";

const at = z.iso.datetime();
const suffix = z.string().describe("of the scenario run: all its names end with it");

/**
 * What a run writes down before it does it, and what came of it. A journal names resources and never holds a secret: no
 * inputs, no outputs but ids and ARNs.
 */
export const journalEntry = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("run began"),
    at,
    run: z.string(),
    target: z.string().describe("`local`, or the URL of the endpoint"),
    lasting: z.boolean().describe("whether what is made there outlives the process"),
    backend: z
      .string()
      .optional()
      .describe("of the engine's state, without any password; absent: files below the folder"),
    host: z.string(),
    pid: z.number().int(),
    started: z.string().optional().describe("when that process started, as the system says it"),
  }),
  z.object({
    type: z.literal("scenario began"),
    at,
    suffix,
    mark: z.object({ run: z.string(), scenario: z.string(), expires: z.iso.datetime() }),
    folder: z.string().describe("of the engine's state, below the folder of the run"),
    administrator: z.string().describe("the IAM user who deploys; made after this, and removed last"),
    regions: z.array(z.string()).readonly(),
  }),
  z.object({ type: z.literal("account known"), at, suffix, accountId: z.string(), region: z.string() }),
  z.object({ type: z.literal("resource intended"), at, suffix, resource: z.string(), name: z.string() }),
  z.object({
    type: z.literal("resource made"),
    at,
    suffix,
    resource: z.string(),
    id: z.string(),
    arn: z.string().optional(),
  }),
  z.object({ type: z.literal("destruction began"), at, suffix }),
  z.object({
    type: z.literal("scenario ended"),
    at,
    suffix,
    left: z.enum(["nothing", "everything, as was wanted", "something"]),
  }),
  z.object({ type: z.literal("swept"), at, suffix }),
  z.object({ type: z.literal("run ended"), at }),
]);

export type JournalEntry = z.infer<typeof journalEntry>;

type Untimed<Entry> = Entry extends unknown ? Omit<Entry, "at"> : never;

/** An entry before it is written. */
export type NewEntry = Untimed<JournalEntry>;
