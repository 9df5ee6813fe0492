import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { scenarioPage } from "../catalogue/scenarioPage.ts";
import { recordedFates } from "../catalogue/recordedFates.ts";
import { readRecord } from "../catalogue/scenarioRecord.ts";
import { explainFates } from "../mutations/explainFates.ts";
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
  const fates = recordedFates(scenarios);
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
