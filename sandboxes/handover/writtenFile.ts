import { z } from "zod";

/**
 * What a file is that was written for handing out. `clear`: one of the files of a sandbox, in clear. `age` and `archive`: all of them, encrypted.
 * `passwords`: what opens the archives. `sheet`: pages for the classroom, in clear.
 */
const kinds = ["clear", "age", "archive", "passwords", "sheet"] as const;

/** A file with credentials that Keylab has written, and has to delete. */
export const writtenFile = z.object({
  /** Absolute. */
  path: z.string(),
  kind: z.enum(kinds),
  /** Of the credentials in it, what tells them from others, by the id of the lease. */
  sandboxes: z.record(z.string(), z.string()),
  /** SHA-256 of what was written, as hexadecimal digits. Two: the second was being written when the process was killed. */
  hashes: z.array(z.string()).readonly(),
});

/** All files of a class, and the folders that were made for them. */
export const writtenRecord = z.object({
  files: z.array(writtenFile).readonly(),
  folders: z.array(z.string()).readonly(),
});

export type WrittenFile = z.infer<typeof writtenFile>;
export type WrittenRecord = z.infer<typeof writtenRecord>;
