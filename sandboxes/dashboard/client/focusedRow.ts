/** The row of the table in which something has the focus. */
export function focusedRow(): Element | undefined {
  return document.activeElement?.closest("tr") ?? undefined;
}

/** Gives the focus to a row, if nothing else has it. */
export function focusRow(row: Element | undefined): void {
  const head = row?.querySelector("th[tabindex]");
  if (head instanceof HTMLElement && document.activeElement === document.body) head.focus({ preventScroll: true });
}
