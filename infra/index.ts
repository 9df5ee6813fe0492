import * as pulumi from "@pulumi/pulumi";

import { checkTarget } from "./environment/checkTarget.ts";
import { deployEnvironment } from "./environment/deployEnvironment.ts";
import { lastDeployment } from "./environment/lastDeployment.ts";
import { readEnvironment, type Environment } from "./environment/readEnvironment.ts";
import { replacements } from "./environment/replacements.ts";
import { secretSettings } from "./environment/secretSettings.ts";
import { refuse, type Warn } from "./guardrails/guard.ts";
import { plaintextSecrets } from "./guardrails/noPlaintextSecret.ts";

/**
 * The program of `pulumi up`: one environment, described by the configuration of the stack (docs/environments.md).
 *
 * @throws pulumi.RunError when the configuration is wrong, or when the shell talks to another AWS than the stack wants;
 * nothing has been created then.
 *
 * @param warn tells a sentence to whoever deploys.
 */
export default async function program(warn: Warn = pulumi.log.warn) {
  const environment = readEnvironment(pulumi.runtime.allConfig());
  checkTarget(environment.target, process.env);
  checkSecrets(environment, warn);
  for (const sentence of replacements(await lastDeployment(), environment.workshops)) warn(sentence);
  return deployEnvironment(environment, warn);
}

function checkSecrets({ guardrails, workshops }: Environment, warn: Warn): void {
  if (guardrails === "off") return;
  const sentences = plaintextSecrets(workshops, secretSettings(process.env));
  if (guardrails === "mandatory") refuse(sentences);
  else if (sentences.length > 0) warn(sentences.join("\n"));
}
