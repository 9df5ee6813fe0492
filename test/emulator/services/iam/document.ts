import type { TestStatement } from "../../../support/emulator.ts";

/** A policy document of these statements. */
export function document(...statements: readonly (TestStatement | object)[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** A document that allows one action on everything. */
export function allow(action: string): string {
  return document({ Effect: "Allow", Action: action, Resource: "*" });
}

/** A trust policy that lets these principals in. */
export function trust(...principals: readonly string[]): string {
  return document({ Effect: "Allow", Principal: { AWS: principals }, Action: "sts:AssumeRole" });
}

/** A document of exactly so many characters, not counting white space. */
export function documentOfSize(characters: number): string {
  const empty = document({ Sid: "", Effect: "Allow", Action: "s3:Get", Resource: "*" });
  return empty.replace('"Sid":""', `"Sid" : "${"a".repeat(characters - empty.length)}"`);
}
