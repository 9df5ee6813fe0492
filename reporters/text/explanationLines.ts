import type {
  ExplainedChange,
  ExplainedCondition,
  ExplainedGrant,
  ExplainedLayer,
  ExplainedPatterns,
  ExplainedStatement,
  Explanation,
} from "../events/explanation.ts";
import { flipText } from "./flipText.ts";
import { printable } from "./printable.ts";

/** How much is told: `short` leaves out the statements that are about other actions. */
export interface Extent {
  readonly short: boolean;
}

/** How many patterns or values of one element are shown. */
const shown = 4;

/** An explanation as a tree: layer by layer, statement by statement, what matched and what did not; then what would flip it. */
export function explanationLines({ layers, changes }: Explanation, extent: Extent): string[] {
  const present = layers.filter(({ says }) => says !== "is absent");
  const absent = layers.filter(({ says, note }) => says === "is absent" && note === undefined);
  const noted = (layer: ExplainedLayer) => present.includes(layer) || !absent.includes(layer);
  return [
    ...layers.filter(noted).flatMap((layer) => layerLines(layer, extent)),
    ...(absent.length === 0 ? [] : [`Not there: ${[...new Set(absent.map(({ layer }) => layer))].join(", ")}`]),
    ...changeLines(changes),
  ];
}

function layerLines(
  { layer, level, says, note, statements, grants = [] }: ExplainedLayer,
  { short }: Extent,
): string[] {
  const told = short ? statements.filter(({ action }) => action.matched) : statements;
  const others = statements.length - told.length;
  return [
    `${mark(["allows", "through the account"].includes(says))} ${layer}${level === undefined ? "" : ` (level ${level})`} ${verb(says)}`,
    ...indented([
      ...(note === undefined ? [] : [note]),
      ...told.flatMap((statement) => statementLines(layer, statement)),
      ...(others === 0 ? [] : [`${others} more about other actions`]),
      ...grants.flatMap(grantLines),
    ]),
  ];
}

function verb(says: string): string {
  return says === "through the account" ? "hands the decision to the account" : says;
}

function statementLines(layer: string, statement: ExplainedStatement): string[] {
  const { policy, effect, applies, principal, action, resource, conditions } = statement;
  const name = `${typeof statement.statement === "number" ? "statement " : ""}${statement.statement}`;
  return [
    printable(`${mark(applies)} ${effect}: ${name}${policy === layer ? "" : ` of ${policy}`}`),
    ...indented([
      ...(principal === undefined ? [] : [`${mark(principal !== "not at all")} principal: ${principal}`]),
      patternsLine("action", action),
      patternsLine("resource", resource),
      ...conditions.map(conditionLine),
    ]),
  ];
}

function patternsLine(name: string, { matched, negated, patterns }: ExplainedPatterns): string {
  return printable(`${mark(matched)} ${name}: ${negated ? "not " : ""}${some(patterns)}`);
}

function conditionLine({ operator, key, stated, requested, met }: ExplainedCondition): string {
  const found = requested === null ? "the request does not have it" : `the request has ${some(requested)}`;
  return printable(`${mark(met)} ${operator} ${key}: ${some(stated)}; ${found}`);
}

function grantLines({ grantId, granteePrincipal, operations, ...asked }: ExplainedGrant): string[] {
  return [
    `${mark(asked.allows)} grant ${grantId}`,
    ...indented([
      printable(`${mark(asked.granteeMatched)} grantee: ${granteePrincipal}`),
      `${mark(asked.operationMatched)} operations: ${some(operations)}`,
      `${mark(asked.constraintsMet)} constraints`,
    ]),
  ];
}

function changeLines(changes: readonly ExplainedChange[]): string[] {
  if (changes.length === 0) return [];
  return [
    changes.length === 1 ? "This would flip it:" : "These together would flip it:",
    ...indented(changes.map((change) => `- ${flipText(change)}`)),
  ];
}

function mark(yes: boolean): string {
  return yes ? "✔" : "✘";
}

function some(values: readonly string[]): string {
  const more = values.length - shown;
  const text = values.slice(0, shown).join(", ");
  return more > 0 ? `${text} and ${more} more` : text;
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
