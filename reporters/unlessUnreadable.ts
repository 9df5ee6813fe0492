import { UserError } from "../errors/userError.ts";

/** What was read of a run; nothing if its log cannot be read: a run of another version, or one that was killed at once. */
export async function unlessUnreadable<Read>(read: () => Promise<Read>): Promise<Read | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
