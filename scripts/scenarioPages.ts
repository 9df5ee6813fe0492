import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { scenarioPage } from "../catalogue/scenarioPage.ts";
import { readRecord } from "../catalogue/scenarioRecord.ts";
import { explainFates, type Fates } from "../mutations/explainFates.ts";
import { scenarios } from "../scenarios/index.ts";

/** The document of a scenario, as it should be. */
export interface ScenarioDocument {
  readonly id: string;
  /** Absolute path. */
  readonly document: string;
  readonly text: string;
}

/** Where the pages are: nothing else is in there. */
export const pagesFolder = join(import.meta.dirname, "..", "docs", "scenarios");

/** The pages of all scenarios, as the formatter writes them. */
export async function scenarioPages(): Promise<readonly ScenarioDocument[]> {
  const records = new Map(scenarios.map(({ id }) => [id, readRecord(id)]));
  const fates: Fates = new Map([...records].map(([id, record]) => [id, record.fates]));
  return Promise.all(
    scenarios.map(async (scenario) => {
      const { id } = scenario;
      const document = join(pagesFolder, `${id}.md`);
      const page = scenarioPage({ scenario, record: readRecord(id), fates: explainFates(scenario, fates) });
      const text = await format(page, { ...(await resolveConfig(document)), parser: "markdown" });
      return { id, document, text };
    }),
  );
}
