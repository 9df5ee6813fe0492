import { z } from "zod";

const statement = z.looseObject({ Sid: z.string().optional() });
const document = z.looseObject({ Statement: z.union([z.array(statement), statement]).optional() });

/** A statement as it is shown: how it is called, and its JSON. */
export interface PolicyStatement {
  /** Its `Sid`, or its position, counted from 0: as explanations name it. */
  readonly name: string | number;
  readonly json: string;
}

/** A policy's document in pieces, so that each statement can be pointed to: what stands before, the statements, what stands after. */
export interface PolicyParts {
  readonly before: string;
  readonly statements: readonly PolicyStatement[];
  readonly after: string;
}

/** Takes a policy's document apart. Nothing if it is no policy. */
export function policyParts(text: string): PolicyParts | undefined {
  const read = document.safeParse(asJson(text)).data;
  if (read?.Statement === undefined) return undefined;
  const names = Object.keys(read);
  const place = names.indexOf("Statement");
  const members = (some: readonly string[]) =>
    some.map((name) => `  ${JSON.stringify(name)}: ${pretty(read[name], 1)}`);
  const before = members(names.slice(0, place));
  const after = members(names.slice(place + 1));
  return {
    before: ["{", ...before.map((line) => `${line},`), '  "Statement": ['].join("\n"),
    statements: [read.Statement].flat().map((one, index, all) => ({
      name: one.Sid === undefined || one.Sid === "" ? index : one.Sid,
      json: `    ${pretty(one, 2)}${index < all.length - 1 ? "," : ""}`,
    })),
    after: [`  ]${after.length > 0 ? "," : ""}`, after.join(",\n"), "}"].filter((line) => line !== "").join("\n"),
  };
}

function pretty(value: unknown, depth: number): string {
  return JSON.stringify(value, undefined, 2).replaceAll("\n", `\n${"  ".repeat(depth)}`);
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
