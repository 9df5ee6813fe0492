import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { readEnvironment } from "../../../infra/environment/readEnvironment.ts";

/** The least that an environment needs, as Pulumi hands it over. */
export const least = { "keylab:key": '{"alias":"nextwork-kms-key"}' };

/** Settings as Pulumi hands them over. */
export function config(settings: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [`keylab:${name}`, JSON.stringify(value)]));
}

/** What is set beside the least, and the sentences that refuse it. */
export interface Mistake {
  readonly config: Readonly<Record<string, unknown>>;
  readonly says: string;
}

/** Tests that wrong settings are refused with exactly their sentences: one test for each. */
export function mistakeTable(mistakes: readonly Mistake[]): void {
  for (const mistake of mistakes) {
    it(`says: ${mistake.says}`, () => {
      expect(() => readEnvironment({ ...least, ...config(mistake.config) }))
        .to.throw(pulumi.RunError)
        .with.property("message", mistake.says);
    });
  }
}
