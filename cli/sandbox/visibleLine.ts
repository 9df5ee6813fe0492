import type { VisibleNames } from "../../sandboxes/classes/classRecord.ts";

/** What everybody sees of others, in one line: it is no break, and is not to be hidden. */
export function visibleLine(visible: readonly VisibleNames[]): string {
  const lists = visible.flatMap((one) => one.lists);
  const seen = lists.flatMap(({ what, ofOthers, ofNobody }) => (ofOthers + ofNobody > 0 ? [what] : []));
  const kinds = [...new Set(seen)];
  if (kinds.length === 0) return "Visible to everybody: nothing of others, not even names.";
  return `Visible to everybody, by name alone: ${new Intl.ListFormat("en-GB").format(kinds)} of others.`;
}
