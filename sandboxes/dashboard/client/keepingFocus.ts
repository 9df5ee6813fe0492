import { focusedRow, focusRow } from "./focusedRow.ts";

/**
 * Draws a page anew. Where what had the focus is gone afterwards, such as the button of what can be done no more, its row has the
 * focus instead of nothing.
 */
export function keepingFocus(draw: () => void): void {
  const row = focusedRow();
  draw();
  focusRow(row);
}
