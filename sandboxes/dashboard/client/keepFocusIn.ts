import { findAll } from "../../../reporters/html/client/findAll.ts";

/** Lets Tab go around in an element: by itself it would leave a dialog for the browser's own buttons. */
export function keepFocusIn(element: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== "Tab") return;
  const stops = findAll("button:not(:disabled), input:not(:disabled), a[href], [tabindex='0']", element);
  const first = stops.at(0);
  const last = stops.at(-1);
  const [edge, other] = event.shiftKey ? [first, last] : [last, first];
  if (document.activeElement !== edge && element.contains(document.activeElement)) return;
  event.preventDefault();
  other?.focus();
}
