import { stripVTControlCharacters } from "node:util";

/** Text from outside as one line that cannot move the cursor or change colours: an endpoint may answer anything. */
export function printable(text: string): string {
  return printableLines(text).join(" ");
}

/** The same line by line, for what is laid out in lines, such as a stack trace. Empty lines are left out. */
export function printableLines(text: string): string[] {
  return stripVTControlCharacters(text)
    .split(/[\n\r\p{Zl}\p{Zp}]/u)
    .map((line) => line.replaceAll(/\p{Cc}+/gu, " ").trimEnd())
    .filter((line) => line !== "");
}
