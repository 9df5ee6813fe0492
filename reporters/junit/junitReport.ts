import { countedRuns, type CountedRun } from "../countedRuns.ts";
import { notRunScenarios } from "../notRunScenarios.ts";
import { failureLines } from "../text/failureLines.ts";
import { pendingKeyLines } from "../text/pendingKeyLines.ts";
import { troubleLines } from "../text/troubleLines.ts";
import type { ToldRun } from "../toldRun.ts";
import { notRunCase, scenarioCases } from "./scenarioCases.ts";
import type { Mishap, TestCase } from "./testCase.ts";
import { xmlDocument, type XmlElement } from "./xmlDocument.ts";

interface Suite {
  readonly name: string;
  readonly startedAt?: string;
  readonly milliseconds: number;
  readonly properties: Readonly<Record<string, string>>;
  readonly cases: readonly TestCase[];
  readonly output: readonly string[];
}

/** A run as a JUnit report: a test suite for each scenario, a test case for each expectation. */
export function junitReport(run: ToldRun): string {
  const properties = runProperties(run);
  const suites: Suite[] = [
    ...countedRuns(run.scenarios).map((counted) => scenarioSuite(counted, properties)),
    ...notRunScenarios(run).map((name) => ({ name, milliseconds: 0, properties, cases: [notRunCase()], output: [] })),
  ];
  const cases = suites.flatMap(({ cases }) => cases);
  const { failures, errors, tests } = counts(cases);
  const milliseconds = run.ended?.milliseconds ?? suites.reduce((sum, suite) => sum + suite.milliseconds, 0);
  return xmlDocument({
    testsuites: {
      ...attributes({ name: "keylab", tests, failures, errors, time: seconds(milliseconds) }),
      testsuite: suites.map(suiteElement),
    },
  });
}

function runProperties({ started }: ToldRun): Record<string, string> {
  const { runId, target, versions, shard, seed } = started;
  return {
    run: runId,
    target: target.name,
    "target summary": target.summary,
    ...versions,
    ...(shard === undefined ? {} : { shard: `${shard.index} of ${shard.of}` }),
    ...(seed === undefined ? {} : { seed: String(seed) }),
  };
}

function scenarioSuite(counted: CountedRun, properties: Suite["properties"]): Suite {
  const { started, ended } = counted.last;
  const { scenario, repetition, title, workshop } = started;
  return {
    name: repetition === 1 ? scenario : `${scenario} (repetition ${repetition})`,
    startedAt: started.at,
    milliseconds: ended?.milliseconds ?? 0,
    properties: { ...properties, title, workshop, attempts: String(started.attempt) },
    cases: scenarioCases(counted.last),
    output: [...pendingKeyLines(ended?.pendingKeys ?? []), ...troublesOf(counted)],
  };
}

/** What is left behind or went wrong, in earlier attempts too, which have no test cases. */
function troublesOf({ last, earlier }: CountedRun): string[] {
  const attempts = earlier.flatMap(({ started, phases, ended }) => [
    `Attempt ${started.attempt} did not pass and was tried again:`,
    ...phases.flatMap(({ checks }) => checks.filter(({ verdict }) => verdict !== "passed").flatMap(failureLines)),
    ...(ended === undefined ? [] : troubleLines(ended)),
  ]);
  return [...(last.ended === undefined ? [] : troubleLines(last.ended)), ...attempts];
}

function suiteElement({ name, startedAt, milliseconds, properties, cases, output }: Suite): XmlElement {
  return {
    ...attributes({ name, ...counts(cases), time: seconds(milliseconds), timestamp: startedAt }),
    properties: {
      property: Object.entries(properties).map(([name, value]) => attributes({ name, value })),
    },
    testcase: cases.map((testCase) => caseElement(name, testCase)),
    ...(output.length === 0 ? {} : { "system-out": output.join("\n") }),
  };
}

function caseElement(classname: string, { name, milliseconds, mishap }: TestCase): XmlElement {
  return {
    ...attributes({ classname, name, time: seconds(milliseconds) }),
    ...(mishap === undefined ? {} : mishapElement(mishap)),
  };
}

function mishapElement({ as, type, message, text }: Mishap): XmlElement {
  return { [as]: { ...attributes({ type, message }), "#text": text } };
}

function counts(cases: readonly TestCase[]) {
  const count = (as: Mishap["as"]) => cases.filter(({ mishap }) => mishap?.as === as).length;
  return { tests: cases.length, failures: count("failure"), errors: count("error"), skipped: count("skipped") };
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): XmlElement {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [`@_${name}`, value]));
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
