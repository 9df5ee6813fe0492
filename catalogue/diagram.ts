import { componentsOf, type DeployedComponent } from "./components.ts";
import type { ScenarioRecord } from "./scenarioRecord.ts";
import { shortType } from "../mutations/shortType.ts";

/** What a scenario deploys, as a Mermaid flowchart: an arrow leads from each component to those that it uses. */
export function diagram(record: ScenarioRecord): string {
  const components = componentsOf(record);
  const ids = new Map(components.map(({ key }, index) => [key, `n${index}`]));
  const id = (key: string) => ids.get(key) ?? "";
  const nodes = components.map((component) => `  ${id(component.key)}["${label(component)}"]`);
  const arrows = components.flatMap(({ key, uses }) => uses.map((other) => `  ${id(key)} --> ${id(other)}`));
  return ["flowchart LR", ...nodes, ...arrows].join("\n");
}

function label({ resource, parts }: DeployedComponent): string {
  const made = parts.map(({ type }) => shortType(type)).join(", ");
  return `<b>${resource.name}</b><br/>${shortType(resource.type)}${made === "" ? "" : `<br/>${made}`}`;
}
