import * as z from "zod";

/**
 * What a file is that was written for handing out. `clear`: one of the files of a sandbox, in clear. `age` and `archive`: all of them, encrypted.
 * `passwords`: what opens the archives. `sheet`: pages for the classroom, in clear.
 */
const kinds = ["clear", "age", "archive", "passwords", "sheet"] as const;

const writtenFile = z.object({
  /** Absolute. */
  path: z.string(),
  kind: z.enum(kinds),
  /** Of the credentials in it, what tells them from others, by the id of the lease. */
  sandboxes: z.record(z.string(), z.string()),
  /** SHA-256 of what was written, as hexadecimal digits. Several: one is there, and the last is being written. */
  hashes: z.array(z.string()).readonly(),
});

/** One line of the journal of the files that were written for a class, and of the folders that were made for them. */
export const writtenEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("file"), file: writtenFile }),
  z.object({ type: z.literal("file deleted"), path: z.string() }),
  z.object({ type: z.literal("folder"), path: z.string() }),
  z.object({ type: z.literal("folder deleted"), path: z.string() }),
]);

/** A file with credentials that Keylab has written, and has to delete. */
export type WrittenFile = z.infer<typeof writtenFile>;
export type WrittenEntry = z.infer<typeof writtenEntry>;
