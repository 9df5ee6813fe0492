import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { EngineResource } from "../engine.ts";

const checkpoint = z.object({
  checkpoint: z.object({
    latest: z.object({
      resources: z
        .array(
          z.object({
            urn: z.string(),
            type: z.string(),
            id: z.string().optional(),
            inputs: z.record(z.string(), z.unknown()).optional(),
            outputs: z.object({ arn: z.string().optional().catch(undefined) }).optional(),
          }),
        )
        .optional(),
    }),
  }),
});

/**
 * What the state of an engine says that it has made: the resources of AWS. Nothing if there is no state, or none that can be read.
 *
 * @param folder of the engine
 */
export async function engineState(folder: string): Promise<readonly EngineResource[]> {
  const path = join(folder, "state", ".pulumi", "stacks", "keylab", "run.json");
  const text = await readFile(path, "utf8").catch(() => "");
  const { resources = [] } = parse(text)?.checkpoint.latest ?? {};
  return resources.flatMap(({ urn, type, id, inputs = {}, outputs: { arn } = {} }) =>
    type.startsWith("aws:") && id !== undefined ? [{ urn, type, id, inputs, arn }] : [],
  );
}

function parse(text: string): z.infer<typeof checkpoint> | undefined {
  try {
    return checkpoint.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
