import type { ServiceModel, Shape } from "../../emulator/protocols/serviceModel.ts";
import type { Randomness } from "./randomness.ts";

/** What is there, so that requests get somewhere: see `makeThings.ts`. */
const goodTexts = [
  "Alice",
  "reader",
  "people",
  "mine",
  "alias/mine",
  "id",
  "us-east-1",
  "000000000000",
  "arn:aws:iam::000000000000:user/Alice",
  "arn:aws:iam::000000000000:role/reader",
  "arn:aws:dynamodb:us-east-1:000000000000:table/people",
] as const;

/** What has broken servers before, of every type that JSON has. */
const nastyTexts = [
  "",
  "a",
  "arn:aws:kms:us-east-1:000000000000:key/x",
  "__proto__",
  "constructor",
  "toString",
  "valueOf",
  "../../etc/passwd",
  "%00",
  "\u0000",
  "\uD800",
  "\uFFFF",
  "𝒜",
  "<x>&amp;",
  "${aws:username}",
  '{"Statement":[]}',
  '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringLike":{"aws:username":"*a*a*a*a*b"}}}}',
  "#a = :b AND",
  "SET a = if_not_exists(b, :c)",
  `*${"a*".repeat(200)}`,
  "x".repeat(5000),
] as const;
const nastyNumbers = [0, 1, -1, 7, 1000, 2 ** 31, -(2 ** 53), 1e308, 0.1, 5e-324] as const;

/** A value for a shape of the API model: mostly of its type, often at the edge of what is allowed or beyond. */
export function anyValue(random: Randomness, model: ServiceModel, shape: Shape, depth = 0): unknown {
  if (random.onceIn(25)) return anyJson(random, depth);
  switch (shape.type) {
    case "structure":
      return anyStructure(random, model, shape, depth);
    case "list":
      return Array.from({ length: random.pick([0, 1, 1, 2, 3]) }, () => nested(random, model, shape.member, depth));
    case "map":
      return Object.fromEntries(
        Array.from({ length: random.pick([0, 1, 1, 2]) }, () => [
          random.pick(nastyTexts),
          nested(random, model, shape.value, depth),
        ]),
      );
    case "boolean":
      return random.onceIn(2);
    case "blob":
      return random.pick(["", "AA==", "AAECAwQ=", "not base64!", "QUFB".repeat(2000)]);
    case "string":
      return anyString(random, shape);
    default:
      return random.onceIn(3) ? (shape.min ?? 1) : random.pick(nastyNumbers);
  }
}

function nested(random: Randomness, model: ServiceModel, reference: Shape["member"], depth: number): unknown {
  return reference && depth < 6 ? anyValue(random, model, model.shape(reference), depth + 1) : null;
}

function anyStructure(random: Randomness, model: ServiceModel, { members = {}, required = [] }: Shape, depth: number) {
  const chosen = Object.entries(members).filter(([name]) =>
    required.includes(name) ? !random.onceIn(20) : random.onceIn(4),
  );
  const entries: [string, unknown][] = chosen.map(([name, reference]) => [
    name,
    nested(random, model, reference, depth),
  ]);
  if (random.onceIn(30)) entries.push([random.pick(nastyTexts), anyJson(random, depth)]);
  return Object.fromEntries(entries);
}

function anyString(random: Randomness, shape: Shape): string {
  const [first, ...others] = shape.enum ?? [];
  if (first !== undefined && !random.onceIn(5)) return random.pick([first, ...others]);
  return random.onceIn(2) ? random.pick(goodTexts) : random.pick(nastyTexts);
}

/** Any JSON at all. */
export function anyJson(random: Randomness, depth = 0): unknown {
  const kind = random.below(depth > 4 ? 4 : 6);
  if (kind === 0) return null;
  if (kind === 1) return random.pick(nastyNumbers);
  if (kind === 2) return random.pick(nastyTexts);
  if (kind === 3) return random.onceIn(2);
  const items = Array.from({ length: random.below(4) }, () => anyJson(random, depth + 1));
  return kind === 4 ? items : Object.fromEntries(items.map((item) => [random.pick(nastyTexts), item]));
}
