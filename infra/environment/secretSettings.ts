import * as z from "zod";

import type { Variables } from "./checkTarget.ts";

/**
 * The full names of the settings that hold a Pulumi secret, as the engine tells its programs; a structured setting with a secret
 * somewhere in it is one as a whole.
 *
 * @param variables the environment of the program.
 */
export function secretSettings({ PULUMI_CONFIG_SECRET_KEYS = "[]" }: Variables): string[] {
  return z.array(z.string()).parse(JSON.parse(PULUMI_CONFIG_SECRET_KEYS));
}
