import { stripVTControlCharacters } from "node:util";

/** Rows of cells as lines whose columns stand below each other, two spaces apart. Cells may be coloured. */
export function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ""))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - widthOf(cell)))
      .join("  ")
      .trimEnd(),
  );
}

/** How many columns of a terminal a text takes: escape codes take none. */
export function widthOf(text: string): number {
  return stripVTControlCharacters(text).length;
}
