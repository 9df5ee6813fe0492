import { render, type VNode } from "preact";
import { find } from "../../../reporters/html/client/find.ts";

/** Shows a dialog. Once it is closed, nothing of it stays in the page: what it showed may be secret. */
export function openDialog(dialog: VNode): void {
  const place = find("dialogs", HTMLElement);
  render(null, place);
  render(dialog, place);
}

/** Closes the dialog that is open. The browser gives the focus back to where it was. */
export function closeDialog(): void {
  const open = document.querySelector("#dialogs dialog[open]");
  if (open instanceof HTMLDialogElement) open.close();
}
