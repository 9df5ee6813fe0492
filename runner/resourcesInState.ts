import * as z from "zod";
import type { EngineResource } from "./engine.ts";

const deployment = z.object({
  deployment: z.object({
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
      .nullish(),
  }),
});

/** The resources of AWS in an exported state. Nothing if there is none, or it cannot be read. */
export function resourcesInState(state: unknown): readonly EngineResource[] {
  const { data } = deployment.safeParse(state);
  return (data?.deployment.resources ?? []).flatMap(({ urn, type, id, inputs = {}, outputs: { arn } = {} }) =>
    type.startsWith("aws:") && id !== undefined ? [{ urn, type, id, inputs, arn }] : [],
  );
}
