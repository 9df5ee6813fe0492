import * as z from "zod";
import { failsLegacyParsing, resourceProblem } from "./resourceRules.ts";
import { distinctIds, everyStatement, texts, type PolicyRule, type WrittenStatement } from "./writtenPolicy.ts";

/**
 * What identity policies must keep to beyond the grammar, in the order in which AWS asks.
 * Source: AWS's answers as moto records them (`tests/test_iam/test_iam_policies.py` and its validator), and answers of real
 * AWS in public reports.
 */
export const identityPolicyRules: readonly PolicyRule[] = [
  everyStatement(
    (statement) =>
      resourcesOf(statement).some((text) => resourceProblem(text) === undefined && failsLegacyParsing(text)),
    "The policy failed legacy parsing",
  ),
  everyStatement(
    ({ Sid }) => texts(Sid).some((id) => !/^[0-9A-Za-z]*$/.test(id)),
    "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*",
  ),
  distinctIds("Statement IDs (SID) in a single policy must be unique."),
  everyStatement(
    ({ Principal, NotPrincipal }) => Principal !== undefined || NotPrincipal !== undefined,
    "Policy document should not specify a principal.",
  ),
  everyStatement(
    ({ Action, NotAction }) => isMissing(Action) && isMissing(NotAction),
    "Policy statement must contain actions.",
  ),
  everyStatement(
    (statement) =>
      [...actionsOf(statement), ...conditionKeysOf(statement)].some((name) => name !== "*" && !name.includes(":")),
    "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
  ),
  everyStatement(
    ({ Resource, NotResource }) => isMissing(Resource) && isMissing(NotResource),
    "Policy statement must contain resources.",
  ),
  ({ Statement }) =>
    firstProblem(
      Statement.flatMap((statement) => [...resourcesOf(statement)].sort()),
      resourceProblem,
    ),
  ({ Statement }) => firstProblem(Statement.flatMap(actionsOf), actionProblem),
];

function isMissing(element: unknown): boolean {
  return element === undefined || (Array.isArray(element) && element.length === 0);
}

function actionsOf({ Action, NotAction }: WrittenStatement): readonly string[] {
  return [...texts(Action), ...texts(NotAction)];
}

const conditionBlocks = z.record(z.string(), z.record(z.string(), z.unknown()));

/** None of a `Condition` that is malformed: it is refused elsewhere. */
function conditionKeysOf({ Condition }: WrittenStatement): readonly string[] {
  return Object.values(conditionBlocks.safeParse(Condition).data ?? {}).flatMap((block) => Object.keys(block));
}

function resourcesOf({ Resource, NotResource }: WrittenStatement): readonly string[] {
  return [...texts(Resource), ...texts(NotResource)];
}

function firstProblem(values: readonly string[], problemOf: (value: string) => string | undefined): string | undefined {
  return values.map(problemOf).find((problem) => problem !== undefined);
}

/** An action is a service, without wildcards, and a name. */
function actionProblem(action: string): string | undefined {
  if (action === "*") return undefined;
  const [vendor = "", ...names] = action.split(":");
  if (names.length > 1) return "Actions/Condition can contain only one colon.";
  return /^[a-zA-Z0-9\-.]+$/.test(vendor) ? undefined : `Vendor ${vendor} is not valid`;
}
