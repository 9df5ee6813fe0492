import * as z from "zod";
import { blueprints } from "../student.ts";

const time = z.iso.datetime();

const student = z.object({
  id: z.string(),
  name: z.string().optional(),
  email: z.string().optional(),
  group: z.string().optional(),
  role: z.enum(["student", "assistant"]),
  account: z.string().optional(),
  region: z.string().optional(),
});

const group = z.object({ name: z.string(), blueprint: z.enum(blueprints).optional(), shared: z.boolean() });

/** Who is in a class, as it is kept until the class ends: personal data. */
export const rosterRecord = z.object({ students: z.array(student).readonly(), groups: z.array(group).readonly() });

/** What a sandbox may have at most, before it is frozen. */
export const limits = z.object({
  keys: z.number().int().positive(),
  tables: z.number().int().positive(),
  requests: z.number().int().positive(),
});

/** What is the same for all sandboxes of a class. Nothing in it is secret or personal. */
export const classRecord = z.object({
  schemaVersion: z.literal(1),
  name: z.string(),
  /** The name of a preset. */
  workshop: z.string(),
  blueprint: z.enum(blueprints),
  /** As `--target` has it. */
  target: z.string(),
  partition: z.string(),
  accountId: z.string(),
  region: z.string(),
  /** By the target's clock, as are all times of a class. */
  created: time,
  until: time,
  limits,
});

const isolationSum = z.object({
  lease: z.string(),
  /** With how many other sandboxes' things it was tried. */
  others: z.number().int(),
  attempts: z.number().int(),
  /** How many of them were not denied. */
  open: z.number().int(),
});

const visibleList = z.object({
  /** As AWS spells it: `dynamodb:ListTables`. */
  action: z.string(),
  /** Of what: `tables`. */
  what: z.string(),
  /** `lacking`: the endpoint does not have the call. */
  answer: z.enum(["listed", "denied", "lacking"]),
  /** How many names of other sandboxes of the class it has shown. */
  ofOthers: z.number().int(),
  /** How many of what is nobody's of the class. */
  ofNobody: z.number().int(),
});

const visibleNames = z.object({
  accountId: z.string(),
  region: z.string(),
  /** The user who has looked, by name. */
  as: z.string(),
  lists: z.array(visibleList).readonly(),
});

/** What came of the proof that the sandboxes of a class are isolated from each other. */
export const isolationRecord = z.object({
  at: time,
  /** When it was proved for the first time: nobody has had credentials before. Absent: it was proved before this was kept. */
  firstAt: time.optional(),
  /** Ids of the leases that were proved, all against each other. */
  leases: z.array(z.string()).readonly(),
  attempts: z.number().int(),
  /** Sentences. */
  breaks: z.array(z.string()).readonly(),
  /** What the users of each sandbox have tried, added up. Absent: it was proved before this was kept. */
  sums: z.array(isolationSum).readonly().optional(),
  /** What students saw of others by name, in each account and region. Absent: the same. */
  visible: z.array(visibleNames).readonly().optional(),
});

export type ClassRecord = z.infer<typeof classRecord>;
export type Limits = z.infer<typeof limits>;
/** What a call that lists names has shown to a student. */
export type VisibleList = z.infer<typeof visibleList>;
/** What the students in an account and a region see of others: all of them the same, as their boundaries are alike. */
export type VisibleNames = z.infer<typeof visibleNames>;
export type IsolationSum = z.infer<typeof isolationSum>;
export type IsolationRecord = z.infer<typeof isolationRecord>;
