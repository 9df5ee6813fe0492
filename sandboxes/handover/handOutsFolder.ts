import { join } from "node:path";

/** Where the files are that are handed to the students of a class, if nobody says otherwise. It belongs to Keylab, with whatever is in it. */
export function handOutsFolder(classPath: string): string {
  return join(classPath, "hand-out");
}
