import * as z from "zod";

/** The version of a comparison's schema. A field that is added leaves it as it is; one that changes or goes raises it. */
export const comparisonVersion = 1;

const count = z.number().int().nonnegative();

const score = z.object({
  right: count.describe("answered as AWS does"),
  tried: count,
  all: count.describe("in the scenarios that were chosen; what was not tried is no part of `tried`"),
});

const scenarioResult = z.object({
  scenario: z.string(),
  state: z
    .enum(["as AWS", "otherwise", "unsupported", "skipped", "broken"])
    .describe(
      "`as AWS`: all was tried, and right. `otherwise`: all was tried. `unsupported`: the endpoint does not have something that " +
        "the scenario needs. `skipped`: it needs an ability that the place does not have. `broken`: it ended for another reason",
    ),
  right: count.describe("expectations"),
  tried: count.describe("expectations"),
  all: count.describe("expectations"),
  reason: z.string().optional().describe("why not all was tried: what the endpoint does not have, or got wrong first"),
  firstWrong: z
    .string()
    .optional()
    .describe("the first expectation that was not met; absent: all that were tried were"),
  leftovers: z.array(z.string()).readonly().describe("what the scenario left behind, by ARN"),
});

const placeResult = z.object({
  place: z.string().describe("`local`, or the endpoint's URL"),
  problem: z.string().optional().describe("why it could not be compared at all; absent: it was"),
  scenarios: z.object({
    carried: count.describe("all of whose expectations were tried"),
    unsupported: count,
    skipped: count,
    broken: count,
  }),
  allowed: score.describe("expectations that AWS allows; right: allowed, with what AWS yields"),
  refused: score
    .extend({
      forTheReason: count.describe("of the right ones: for the action that AWS names, as far as it names one"),
    })
    .describe("expectations that AWS denies; right: denied"),
  errors: score.describe("expectations that AWS answers with another error; right: with that error"),
  results: z.array(scenarioResult).readonly().describe("in the order of the list; empty where there is a problem"),
});

/** Several places, and how each of them decides, as one JSON document. No secret is in it. */
export const comparison = z.object({
  schemaVersion: z.literal(comparisonVersion),
  comparedAt: z.iso.datetime(),
  keylab: z.string().describe("its version"),
  scenarios: z.array(z.string()).readonly().describe("what was chosen"),
  places: z.array(placeResult).readonly().describe("in the order in which they were given"),
});

export type Comparison = z.infer<typeof comparison>;
export type PlaceResult = z.infer<typeof placeResult>;
export type ScenarioResult = z.infer<typeof scenarioResult>;
export type Score = z.infer<typeof score>;
