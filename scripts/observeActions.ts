import { ListAliasesCommand } from "@aws-sdk/client-kms";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PulumiCommand } from "@pulumi/pulumi/automation/index.js";
import type { Decision } from "../emulator/authorization/decision.ts";
import type { RunEvent } from "../reporters/events.ts";
import type { RunPlace } from "../runner/runOptions.ts";
import { runScenarios } from "../runner/runScenarios.ts";
import { defaultSettings } from "../runner/runSettings.ts";
import { findClaimsOn } from "../runner/sweep/findClaimsOn.ts";
import { sweepClaim } from "../runner/sweep/sweepClaim.ts";
import { unmetNeeds } from "../runner/unmetNeeds.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import type { Actions, ScenarioActions } from "../catalogue/permissions/recordedActions.ts";
import { openAwsStandIn, runnerRole } from "../test/support/awsStandIn.ts";
import { clientsFor, rootOf, startTestEmulator, type Emulator } from "../test/support/emulator.ts";
import { makeOthersResources } from "../test/support/othersResources.ts";
import { actionTemplate } from "./actionTemplate.ts";

/** Where a scenario is observed. */
export interface Observatory extends Omit<RunPlace, "target"> {
  readonly pulumi: PulumiCommand;
}

const accountId = "000000000000";
const patience = { settle: 0, answers: 1, limit: 0, eventually: 10_000, pause: 50 };

/** The actions for which the runner's role and the principals of a scenario are judged. Nothing if AWS cannot carry it. */
export async function observeActions(
  scenario: Scenario,
  { pulumi, ...place }: Observatory,
): Promise<Pick<ScenarioActions, "caller" | "principals"> | undefined> {
  const passphraseFile = join(place.folder, "passphrase");
  await writeFile(passphraseFile, "correct horse battery staple", { mode: 0o600 });
  const emulator = await startTestEmulator();
  await makeOthersResources(emulator);
  const others = new Set(idsIn(emulator.instance.decisions.all()));
  const standIn = await openAwsStandIn({ emulator, passphraseFile, patience });
  const { target } = standIn;
  try {
    const { lasting } = target;
    if (!lasting || unmetNeeds(scenario, target).length > 0) return undefined;
    const run = { ...place, target, scenarios: [scenario], versions: {}, reporters: [{ on: refuseFailure }] };
    await runScenarios(run);
    await runScenarios({ ...run, settings: { ...defaultSettings, keep: true } });
    const claims = await findClaimsOn(lasting, scenario.regions, { folder: place.folder, kept: true });
    const tools = { pulumi, pulumiHome: place.pulumiHome, lasting, regions: scenario.regions };
    for (const { claim } of claims) await sweepClaim(claim, tools);
    return await actionsIn(emulator, ["us-east-1", ...scenario.regions], others);
  } finally {
    await standIn.stop();
    await emulator.stop();
  }
}

function refuseFailure(event: RunEvent): void {
  if (event.type !== "scenario ended" || event.outcome === "passed") return;
  throw new Error(`${event.scenario} does not pass: ${JSON.stringify(event.problems)}`);
}

/** Ids of keys, volumes and snapshots. */
function idsIn(decisions: readonly Decision[]): string[] {
  return decisions.flatMap(
    ({ resource }) => /\/((?:mrk-)?[0-9a-f-]{32,}|(?:vol|snap)-[0-9a-f]+)$/.exec(resource)?.[1] ?? [],
  );
}

async function actionsIn(
  emulator: Emulator,
  regions: readonly string[],
  others: ReadonlySet<string>,
): Promise<Pick<ScenarioActions, "caller" | "principals">> {
  const decisions = emulator.instance.decisions.all().filter(({ layer }) => layer !== "key state");
  const managed = new Set((await Promise.all(regions.map((region) => awsManagedKeys(emulator, region)))).flat());
  const whose = (id: string) => (managed.has(id) ? "{aws}" : others.has(id) ? "*" : "{own}");
  const of = (isMeant: (principal: Decision["principal"]) => boolean) => {
    const found = decisions.filter(({ principal }) => isMeant(principal));
    return recorded(found.map((decision) => [decision.action, actionTemplate(decision, accountId, whose)]));
  };
  return {
    caller: of((principal) => principal.kind === "role session" && principal.roleName === runnerRole),
    principals: of((principal) => /-kl[0-9a-f]{6}[0-9a-z]{3}/.test(principal.arn)),
  };
}

function recorded(pairs: readonly (readonly [action: string, template: string])[]): Actions {
  const names = [...new Set(pairs.map(([action]) => action))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const templates = pairs.filter(([action]) => action === name).map(([, template]) => template);
      return [name, [...new Set(templates)].sort()];
    }),
  );
}

async function awsManagedKeys(emulator: Emulator, region: string): Promise<string[]> {
  const { kms } = clientsFor(emulator, rootOf(accountId), region);
  const { Aliases = [] } = await kms.send(new ListAliasesCommand({ Limit: 1000 }));
  return Aliases.flatMap(({ AliasName, TargetKeyId = [] }) => (AliasName?.startsWith("alias/aws/") ? TargetKeyId : []));
}
