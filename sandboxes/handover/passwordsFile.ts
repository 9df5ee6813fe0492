import { join } from "node:path";

/** Where the passwords of the archives of a class are. It is not beside them: whoever gives the archives away gives away nothing else. */
export function passwordsFile(classPath: string): string {
  return join(classPath, "passwords.csv");
}
