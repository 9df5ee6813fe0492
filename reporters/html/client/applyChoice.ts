import type { Choice } from "./choice.ts";
import { findAll } from "./findAll.ts";

/** How much is shown after a choice. */
export interface Shown {
  readonly scenarios: number;
  readonly expectations: number;
}

const texts = new WeakMap<Element, string>();

/**
 * Shows the scenarios that are meant, and hides the others. An expectation is meant by its principal and verdict, and if all words
 * are in it or in what is said of its scenario; a scenario by its outcome and area, and if an expectation of it is meant.
 */
export function applyChoice(choice: Choice): Shown {
  const scenarios = findAll("article.scenario");
  const counts = scenarios.map((scenario) => applyTo(scenario, choice));
  const meant = new Set(scenarios.filter((scenario) => !scenario.hidden).map(({ id }) => id));
  for (const row of findAll("tr[data-of]")) row.hidden = !meant.has(row.dataset.of ?? "");
  for (const group of findAll("tbody[data-group]"))
    group.hidden = findAll("tr[data-of]:not([hidden])", group).length === 0;
  return { scenarios: meant.size, expectations: counts.reduce((sum, count) => sum + count, 0) };
}

/** How many of the expectations are shown. */
function applyTo(scenario: HTMLElement, choice: Choice): number {
  const said = scenarioText(scenario);
  const missing = choice.words.filter((word) => !said.includes(word));
  const isOurs = isMeantBy(choice.outcome, scenario.dataset.outcome) && isMeantBy(choice.area, scenario.dataset.area);
  const checks = findAll(".check", scenario);
  const shown = checks.filter((check) => {
    check.hidden = !isMeant(check, choice) || !missing.every((word) => textOf(check).includes(word));
    return !check.hidden;
  });
  for (const cell of findAll("[data-principal]:not(.check)", scenario)) {
    cell.hidden = !isMeantBy(choice.principal, cell.dataset.principal);
    cell.classList.toggle(
      "faded",
      cell.dataset.verdict !== undefined && !isMeantBy(choice.verdict, cell.dataset.verdict),
    );
  }
  const asksForChecks = choice.principal !== "" || choice.verdict !== "" || missing.length > 0;
  scenario.hidden = !isOurs || (asksForChecks && shown.length === 0);
  return scenario.hidden ? 0 : shown.length;
}

function isMeant({ dataset }: HTMLElement, choice: Choice): boolean {
  return isMeantBy(choice.principal, dataset.principal) && isMeantBy(choice.verdict, dataset.verdict);
}

function isMeantBy(chosen: string, value: string | undefined): boolean {
  return chosen === "" || chosen === value;
}

/** What is said of a scenario beside its expectations. */
function scenarioText(scenario: HTMLElement): string {
  const parts = findAll("summary h3, .lesson, .body > .facts, .body > .problem, .phase > h4", scenario);
  return parts.map(textOf).join(" ");
}

/** In lower case; kept, for every key that is pressed in the search asks for it. */
function textOf(element: Element): string {
  const known = texts.get(element);
  if (known !== undefined) return known;
  const text = element.textContent.toLowerCase();
  texts.set(element, text);
  return text;
}
