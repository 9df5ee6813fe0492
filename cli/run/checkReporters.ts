import { closest } from "fastest-levenshtein";
import { documents } from "../../reporters/documents.ts";
import { UserError } from "../../errors/userError.ts";
import { displays, isDisplay } from "./displays.ts";
import type { ReporterRequest } from "./readReporter.ts";

const displayNames = Object.keys(displays);
const documentNames = Object.keys(documents);

/** Makes sure that there are such reporters, and that each has a file if it needs one. Throws a UserError if not. */
export function checkReporters(requests: readonly ReporterRequest[]): void {
  for (const { name, file } of requests) {
    if (isDisplay(name)) checkHasNone(name, file);
    else if (documentNames.includes(name)) checkHasOne(name, file);
    else throw unknown(name);
  }
  const [first, second] = requests.map(({ name }) => name).filter(isDisplay);
  if (first === undefined || second === undefined) return;
  const both =
    first === second
      ? `The reporter ${first} is named twice, and writes`
      : `The reporters ${first} and ${second} both write`;
  throw new UserError(`${both} to the standard output.`, "Choose one.");
}

function checkHasNone(name: string, file: string | undefined): void {
  if (file === undefined) return;
  throw new UserError(
    `The reporter ${name} writes to the standard output, and takes no file.`,
    `Give --reporter ${name}, or one of ${documentNames.join(", ")} with the file.`,
  );
}

function checkHasOne(name: string, file: string | undefined): void {
  if (file !== undefined && file !== "") return;
  throw new UserError(
    `The reporter ${name} needs a file to write to.`,
    `Give --reporter ${name}=${documents[name]?.file ?? "report"}.`,
  );
}

function unknown(name: string): UserError {
  const known = [...displayNames, ...documentNames];
  return new UserError(
    `There is no reporter "${name}". Did you mean "${closest(name, known)}"?`,
    `Reporters are ${displayNames.join(", ")}, and with a file (json=<file>) ${documentNames.join(", ")}.`,
  );
}
