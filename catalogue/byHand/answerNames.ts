import type { Answered } from "../answers.ts";
import { cliName } from "./cliName.ts";

/** The file of the folder that keeps bytes from an answer: `ciphertext-blob-3`. */
export function answerFile({ command, path }: Answered): string {
  return `${cliName(lastMember(path))}-${command}`;
}

/** The shell variable that keeps text from an answer: `GRANT_TOKEN_3`. */
export function answerVariable({ command, path }: Answered): string {
  return `${cliName(lastMember(path)).replaceAll("-", "_").toUpperCase()}_${command}`;
}

function lastMember(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
