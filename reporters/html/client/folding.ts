import { findAll } from "./findAll.ts";

/** Unfolds everything that is shown, but explanations, policies and events: what they hold is for whoever asks. */
export function unfoldAll(): void {
  for (const scenario of findAll("article.scenario:not([hidden])")) {
    setOpen(findAll(":scope > details, .phase > details:first-of-type", scenario), true);
  }
}

/** Folds everything. */
export function foldAll(): void {
  setOpen(findAll("main details"), false);
}

function setOpen(elements: readonly HTMLElement[], open: boolean): void {
  for (const element of elements) if (element instanceof HTMLDetailsElement) element.open = open;
}
