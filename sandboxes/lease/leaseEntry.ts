import * as z from "zod";
import { blueprints } from "../student.ts";
import { leaseStates } from "./leaseState.ts";

const at = z.iso.datetime();

const order = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  students: z.array(z.string()).readonly(),
  group: z.string().optional(),
  pseudonym: z.string(),
  blueprint: z.enum(blueprints),
  account: z.string().optional(),
  region: z.string().optional(),
  joinCode: z.string(),
});

/** One line of a lease's journal. */
export const leaseEntry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("requested"), at, order, until: at, reason: z.string() }),
  z.object({ type: z.literal("state"), at, state: z.enum(leaseStates), reason: z.string() }),
  z.object({ type: z.literal("until"), at, until: at }),
  z.object({ type: z.literal("students"), at, students: z.array(z.string()).readonly() }),
  z.object({ type: z.literal("handed over"), at, to: z.enum(["instructor", "student", "file"]) }),
  z.object({ type: z.literal("checkpoint"), at, checkpoint: z.string() }),
  z.object({
    type: z.literal("usage"),
    at,
    usage: z.object({ keys: z.number(), tables: z.number(), requests: z.number(), estimatedCost: z.number() }),
  }),
  z.object({ type: z.literal("started over"), at }),
  z.object({
    type: z.literal("remaining"),
    at,
    remaining: z.array(z.object({ item: z.string(), reason: z.string() })).readonly(),
  }),
]);

export type LeaseEntry = z.infer<typeof leaseEntry>;
