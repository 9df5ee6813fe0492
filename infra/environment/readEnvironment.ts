import * as z from "zod";

import { oneOf, settings, tags } from "./configSchema.ts";
import { configSentences } from "./configSentences.ts";
import { crossCheck } from "./crossCheck.ts";
import { mergeSettings } from "./mergeSettings.ts";
import { presets } from "./presets/index.ts";
import { workshopSchema, workshopShape, type WorkshopSettings } from "./workshopSchema.ts";
import { refusal } from "../refusal.ts";

const general = {
  target: oneOf(["local", "aws"]).default("local"),
  guardrails: oneOf(["off", "advisory", "mandatory"]).default("advisory"),
  tags: tags.optional(),
};

/** Everything that a stack's configuration can say. */
const configuration = settings({
  ...general,
  ...workshopShape,
  workshops: z.record(z.string(), workshopSchema, { error: "workshops by name" }).optional(),
});

/** An environment as the configuration of a stack describes it. */
export interface Environment extends z.infer<z.ZodObject<typeof general>> {
  /** The workshops, in the words of the components. */
  readonly workshops: readonly NamedWorkshop[];
}

/** One of the workshops of an environment. */
export interface NamedWorkshop {
  /** The name of its component: `workshop` for the one whose settings stand at the top of the configuration. */
  readonly name: string;
  /** Where its settings stand in the configuration: nowhere deeper, or `["workshops", name]`. */
  readonly path: readonly string[];
  readonly settings: WorkshopSettings;
}

/** The name of the component of the workshop whose settings stand at the top of the configuration. */
export const topName = "workshop";

const anySettings = z.record(z.string(), z.unknown());

/**
 * Reads the environment from the configuration of a stack.
 *
 * @param config every setting of the stack by full name; those outside the namespace `keylab` are passed over.
 * @throws pulumi.RunError with a sentence for each setting that is wrong, missing or unknown.
 */
export function readEnvironment(config: Readonly<Record<string, string>>): Environment {
  const named = Object.entries(config)
    .filter(([name]) => name.startsWith("keylab:"))
    .map(([name, value]) => [name.slice("keylab:".length), parseSetting(value)] as const);
  const own = Object.fromEntries(named);
  const written = ownWorkshops(own);
  if (written.length === 0) throw refusal(noWorkshop);
  // What is missing is only known when a preset lies under the settings.
  const wrong = sentencesOf(configuration.safeParse(own, { reportInput: true }), (issue) => issue.input !== undefined);
  const read = written.map(({ path, own: settings, ...workshop }) => {
    const result = workshopSchema.safeParse(overPreset(settings), { reportInput: true });
    // Of a preset that does not exist nobody knows what it lacks.
    const unknown = typeof settings.preset === "string" && !(settings.preset in presets);
    const missing = unknown ? [] : sentencesOf(result, (issue) => issue.input === undefined, path);
    return { ...workshop, path, missing, settings: result.data };
  });
  const sentences = [...wrong, ...read.flatMap(({ missing }) => missing)];
  if (sentences.length > 0) throw refusal(sentences.join("\n"));
  const workshops = read.flatMap(({ name, path, settings }) => (settings ? [{ name, path, settings }] : []));
  const crossed = crossCheck(workshops);
  if (crossed.length > 0) throw refusal(crossed.join("\n"));
  return { ...z.object(general).parse(own), workshops };
}

const noWorkshop =
  "This stack has no workshop yet: name one, as in pulumi config set keylab:preset encrypt-a-database, " +
  "or describe one by keylab:key (docs/environments.md).";

/** The settings of each workshop as they are written, before a preset is put under them. */
function ownWorkshops(own: Readonly<Record<string, unknown>>) {
  const { workshops, ...others } = own;
  const top = Object.fromEntries(Object.entries(others).filter(([name]) => !(name in general)));
  const further = Object.entries(anySettings.safeParse(workshops).data ?? {});
  return [
    ...(Object.keys(top).length > 0 ? [{ name: topName, path: [], own: top }] : []),
    ...further.map(([name, settings]) => ({
      name,
      path: ["workshops", name],
      own: anySettings.safeParse(settings).data ?? {},
    })),
  ];
}

function overPreset(own: Readonly<Record<string, unknown>>) {
  const preset = typeof own.preset === "string" ? presets[own.preset] : undefined;
  return preset === undefined ? own : mergeSettings(preset, own);
}

function sentencesOf(
  { error }: z.ZodSafeParseResult<unknown>,
  counts: (issue: z.core.$ZodIssue) => boolean,
  path: readonly string[] = [],
): string[] {
  const issues = (error?.issues ?? []).filter(counts);
  return issues.flatMap((issue) => configSentences({ ...issue, path: [...path, ...issue.path] }));
}

/** Pulumi hands over structured settings as JSON and plain ones as they are. */
function parseSetting(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
