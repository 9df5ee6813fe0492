import type { ScenarioRecord } from "../scenarioRecord.ts";
import { firstDeployment } from "./firstDeployment.ts";
import { placeholdersOf } from "./placeholders.ts";
import { shellLines } from "./shellLines.ts";
import { stepsOf } from "./stepsOf.ts";

/** The resources of the first deployment as lines of shell, for an administrator's shell. */
export function setUp({ resources }: ScenarioRecord): readonly string[] {
  const placeholders = placeholdersOf(resources);
  return [
    "# Profiles and files of this lesson lie in a folder of their own.",
    "FOLDER=$(mktemp -d)",
    'export AWS_CONFIG_FILE="$FOLDER/config" AWS_SHARED_CREDENTIALS_FILE="$FOLDER/credentials"',
    "ADMIN_ARN=$(aws sts get-caller-identity --query Arn --output text)",
    ...firstDeployment(resources).flatMap((resource) =>
      stepsOf(resource).flatMap((step) => shellLines(step, placeholders, resource.profile)),
    ),
  ];
}
