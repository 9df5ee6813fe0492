import { render, type VNode } from "preact";
import { find } from "../../../reporters/html/client/find.ts";
import { focusedRow, focusRow } from "./focusedRow.ts";

/**
 * Shows a dialog, which is a `Modal`. Once it is closed, nothing of it stays in the page: what it showed may be secret. The browser
 * gives the focus back to the button that it was at; where that is gone, its row has it.
 */
export function openDialog(dialog: VNode): void {
  const place = find("dialogs", HTMLElement);
  const row = focusedRow();
  render(null, place);
  render(dialog, place);
  place.querySelector("dialog")?.addEventListener("close", () => {
    render(null, place);
    focusRow(row);
  });
}

/** Closes the dialog that is open. */
export function closeDialog(): void {
  const open = document.querySelector("#dialogs dialog[open]");
  if (open instanceof HTMLDialogElement) open.close();
}
