import type { NamedWorkshop } from "../environment/readEnvironment.ts";
import { at } from "../environment/settingPath.ts";

/** What the guardrail is called, and why it is one. It looks at the configuration, where no other does. */
export const noPlaintextSecret = {
  name: "no-plaintext-secret",
  reason:
    "A stack's configuration is committed, and what stands in it in the clear is read by whoever reads the repository.",
} as const;

/**
 * The values of secrets that stand in the clear in a stack's configuration, as sentences.
 *
 * @param secretSettings the full names of the settings that are Pulumi secrets, such as `keylab:secrets`.
 */
export function plaintextSecrets(workshops: readonly NamedWorkshop[], secretSettings: readonly string[]): string[] {
  return workshops.flatMap((workshop) =>
    (workshop.settings.secrets ?? []).flatMap(({ secretString }, index) => {
      const [first = "secrets"] = workshop.path;
      if (secretString === undefined || secretSettings.includes(`keylab:${first}`)) return [];
      const path = at(workshop, "secrets", index, "secretString");
      return [
        `${path} stands in the clear in the configuration (guardrail ${noPlaintextSecret.name}). ${noPlaintextSecret.reason} ` +
          `Leave it out, and a value is generated; or set it with pulumi config set --secret --path '${path}'.`,
      ];
    }),
  );
}
