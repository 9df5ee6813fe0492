import { alignColumns } from "../../reporters/text/alignColumns.ts";
import type { VisibleList, VisibleNames } from "../../sandboxes/classes/classRecord.ts";

/** What calls that list names have shown to a student: of a class in several accounts, to one in each. */
export function visibleTable(visible: readonly VisibleNames[]): string[] {
  const lists = new Map<string, VisibleList[]>();
  for (const list of visible.flatMap((one) => one.lists)) {
    lists.set(list.action, [...(lists.get(list.action) ?? []), list]);
  }
  const listed = [...lists.values()].filter((all) => all.some(({ answer }) => answer === "listed"));
  const shut = [...lists].filter(([, all]) => all.some(({ answer }) => answer === "denied")).map(([action]) => action);
  const rows = listed.map((all) => [
    all[0]?.what ?? "",
    range(all.map(({ ofOthers }) => ofOthers)),
    range(all.map(({ ofNobody }) => ofNobody)),
    all[0]?.action ?? "",
  ]);
  return [
    ...alignColumns([["Visible names", "Other students'", "Instructor's and others'", "Shown by"], ...rows]),
    `Seen by ${seers(visible)}.${shut.length === 0 ? "" : " Denied:"}`,
    ...shut.map((action) => `  ${action}`),
  ];
}

function seers(visible: readonly VisibleNames[]): string {
  const [first, ...others] = visible;
  if (first === undefined) return "nobody: no sandbox is open";
  const place = `${first.as} in ${first.accountId}, ${first.region}`;
  return others.length === 0 ? place : `${place}, and by one in each of ${others.length} more accounts and regions`;
}

/** Of how many, account by account. */
function range(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? String(most) : `${least} to ${most}`;
}
