import { findAll } from "./findAll.ts";
import { goTo } from "./goTo.ts";

/** Moves to the next scenario that is shown, or to the one before. */
export function moveToScenario(step: 1 | -1): void {
  const summaries = findAll("article.scenario:not([hidden]) > details > summary");
  const target = neighbour(summaries, step);
  target?.scrollIntoView({ block: "nearest" });
  target?.focus();
}

/** Moves to the next expectation that is shown and was not met; after the last one to the first. */
export function moveToFailure(): void {
  const bad = findAll("article.scenario:not([hidden]) .check:not([hidden]):not([data-verdict='passed'])");
  const target = neighbour(bad, 1) ?? bad[0];
  if (target) goTo(`#${target.id}`);
}

/** The element that comes after the one with the focus, or before it; in a page where none has it, the first or the last. */
function neighbour(elements: readonly HTMLElement[], step: 1 | -1): HTMLElement | undefined {
  const focus = document.activeElement;
  if (!focus || focus === document.body) return step === 1 ? elements[0] : elements.at(-1);
  const wanted = step === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const ahead = elements.filter(
    (element) => !element.contains(focus) && (focus.compareDocumentPosition(element) & wanted) !== 0,
  );
  return step === 1 ? ahead[0] : ahead.at(-1);
}
