import * as z from "zod";
import { sameSet } from "../../../provider/lifecycle/compare.ts";
import { region, resource, tags, tagsAll } from "../../../provider/resource.ts";

/** A resource type with one of everything, which asks nothing of AWS. */
export const sample = resource({
  token: "aws:test/sample:Sample",
  inputs: {
    count: z.int().min(1).default(3),
    name: z.string(),
    note: z.string().optional(),
    parts: z.array(z.strictObject({ label: z.string() })).optional(),
    policy: z.string().optional(),
    region,
    size: z.string(),
    tags,
  },
  outputs: { arn: z.string(), password: z.string().optional(), tagsAll },
  unsupported: ["colour"],
  replaceOnChanges: ["name", "size"],
  computed: ["policy", "region"],
  documents: ["policy"],
  secrets: ["password"],
  same: { parts: sameSet },
  autoName: { maxLength: 20 },
  check: ({ note, size }) => (note === size ? [{ property: "note", reason: "note and size must differ" }] : []),
  create: () => Promise.resolve({ id: "sample-1" }),
  read: () => Promise.resolve(undefined),
  delete: () => Promise.resolve(),
});
