import { textOf, type TargetChoice } from "../run/targetChoice.ts";

/** What `--keep` means on a target, in a sentence. */
export function keepText(choice: TargetChoice): string {
  return choice.kind === "local"
    ? "Nothing is kept: the target local ends with the process. Run keylab aws start, and name its URL as the target."
    : `What is deployed stays, with its administrator, until keylab sweep --target ${textOf(choice)}`;
}
