/**
 * Draws a page anew. Where what had the focus is gone afterwards, such as the button of what can be done no more, its row has the
 * focus instead of nothing.
 */
export function keepingFocus(draw: () => void): void {
  const row = document.activeElement?.closest("tr");
  draw();
  if (!row || document.activeElement !== document.body) return;
  const head = row.querySelector("th[tabindex]");
  if (head instanceof HTMLElement) head.focus({ preventScroll: true });
}
