import type { ServiceModel, Shape } from "../protocols/serviceModel.ts";
import { isRecord } from "../protocols/validate.ts";

/**
 * What CloudTrail shows of an input or output: member names in lower camel case, no blobs and nothing that the API model
 * calls sensitive.
 */
export function recorded(model: ServiceModel, shape: Shape, value: unknown): unknown {
  if (shape.sensitive || shape.type === "blob") return undefined;
  if (value instanceof Date) return value.toISOString();
  const { member, value: item, members } = shape;
  if (member && Array.isArray(value)) return value.map((entry) => recorded(model, model.shape(member), entry));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([name, entry]) => {
    const reference = item ?? members?.[name];
    return [item ? name : lowerFirst(name), reference && recorded(model, model.shape(reference), entry)] as const;
  });
  return Object.fromEntries(entries.filter(([, entry]) => entry !== undefined));
}

/** `KeyId` → `keyId`, `ARN` → `arn`. Source: Secrets Manager User Guide, "AWS CloudTrail entries for Secrets Manager". */
function lowerFirst(name: string): string {
  if (name === name.toUpperCase()) return name.toLowerCase();
  return name.charAt(0).toLowerCase() + name.slice(1);
}
