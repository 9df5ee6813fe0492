/** Unfolds what an address points to, and brings it into view. Nothing where the page does not have it. */
export function goTo(hash: string): void {
  if (hash.length < 2) return;
  const target = document.getElementById(decoded(hash.slice(1)));
  if (!target) return;
  const own = target.matches("details") ? target : target.querySelector(":scope > details");
  if (own instanceof HTMLDetailsElement) own.open = true;
  for (let outer: Element | null = target; outer; outer = outer.parentElement) {
    if (outer instanceof HTMLDetailsElement) outer.open = true;
    // Whoever follows a link wants to see it, whatever is filtered.
    if (outer instanceof HTMLElement && outer.hidden && outer.matches(".scenario, .check")) outer.hidden = false;
  }
  target.scrollIntoView();
  const summary = target.matches("details, article") ? target.querySelector("summary") : null;
  summary?.focus({ preventScroll: true });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
