import { foldAll, unfoldAll } from "./folding.ts";
import { moveToFailure, moveToScenario } from "./moving.ts";
import { toggleTheme } from "./theme.ts";

/** What the keys need of the page. */
export interface Keys {
  readonly search: HTMLInputElement;
  readonly help: HTMLDialogElement;
  /** Shows all again. */
  readonly reset: () => void;
}

/** Listens to the keys. While somebody writes, or with a modifier, they mean what they always mean. */
export function listenToKeys({ search, help, reset }: Keys): void {
  const acts: Readonly<Record<string, () => void>> = {
    "/": () => search.focus(),
    j: () => moveToScenario(1),
    k: () => moveToScenario(-1),
    n: moveToFailure,
    e: unfoldAll,
    c: foldAll,
    t: toggleTheme,
    "?": () => help.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    // The dialog closes itself.
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.key === "Escape") {
      reset();
      return;
    }
    const act = acts[event.key];
    if (act === undefined || isWriting(event.target)) return;
    event.preventDefault();
    act();
  });
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("input, select, textarea");
}
