import * as z from "zod";

const members = z.record(z.string(), z.unknown());
const statements = z.union([z.array(members), members.transform((one) => [one])]);
const name = z.string().min(1);

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
  const document = members.safeParse(asJson(text)).data ?? {};
  const all = statements.safeParse(document.Statement).data;
  if (all === undefined) return undefined;
  const names = Object.keys(document);
  const place = names.indexOf("Statement");
  const lines = (some: readonly string[]) => some.map((one) => `  ${JSON.stringify(one)}: ${pretty(document[one], 1)}`);
  const after = lines(names.slice(place + 1)).join(",\n");
  return {
    before: ["{", ...lines(names.slice(0, place)).map((line) => `${line},`), '  "Statement": ['].join("\n"),
    statements: all.map((one, index) => ({
      name: name.safeParse(one.Sid).data ?? index,
      json: `    ${pretty(one, 2)}${index < all.length - 1 ? "," : ""}`,
    })),
    after: after === "" ? "  ]\n}" : `  ],\n${after}\n}`,
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
