import { applyChoice } from "./applyChoice.ts";
import { readChoice } from "./choice.ts";
import { find } from "./find.ts";
import { foldAll, unfoldAll } from "./folding.ts";
import { goTo } from "./goTo.ts";
import { listenToKeys } from "./keyboard.ts";
import { restoreTheme, toggleTheme } from "./theme.ts";

restoreTheme();
const form = find("controls", HTMLFormElement);
const search = find("search", HTMLInputElement);
const filters = find("filters", HTMLDetailsElement);
const shown = find("shown", HTMLElement);
const nothing = find("nothing", HTMLElement);
const help = find("keyboard", HTMLDialogElement);

/** Shows what was chosen, and says how much it is. */
function update(): void {
  const { words, ...choice } = readChoice(form, search);
  const isFiltered = Object.values(choice).some((value) => value !== "");
  const { scenarios, expectations } = applyChoice({ words, ...choice });
  filters.classList.toggle("active", isFiltered);
  nothing.hidden = scenarios > 0;
  shown.textContent =
    isFiltered || words.length > 0
      ? `${counted(scenarios, "scenario")}, ${counted(expectations, "expectation")} shown`
      : "";
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Shows all again. */
function reset(): void {
  form.reset();
  filters.open = false;
  search.blur();
  update();
}

form.hidden = false;
form.addEventListener("input", update);
form.addEventListener("submit", (event) => event.preventDefault());
// The controls are empty only after the event.
form.addEventListener("reset", () => setTimeout(update));
find("expand", HTMLButtonElement).addEventListener("click", unfoldAll);
find("collapse", HTMLButtonElement).addEventListener("click", foldAll);
find("theme", HTMLButtonElement).addEventListener("click", toggleTheme);
find("help", HTMLButtonElement).addEventListener("click", () => help.showModal());
addEventListener("hashchange", () => goTo(location.hash));
document.addEventListener("click", ({ target }) => {
  // A link to where the page already is changes no address.
  const link = target instanceof Element ? target.closest("a[href^='#']") : null;
  if (link instanceof HTMLAnchorElement && link.hash === location.hash) goTo(link.hash);
  if (target instanceof Node && !filters.contains(target)) filters.open = false;
});
listenToKeys({ search, help, reset });
update();
goTo(location.hash);
