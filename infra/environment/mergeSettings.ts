import * as z from "zod";

/** By which setting the things of a list are told apart. */
const nameOf: Readonly<Record<string, string>> = {
  tables: "tableName",
  secrets: "secretName",
  buckets: "bucketName",
  users: "userName",
  roles: "roleName",
  alarms: "alarmName",
};

type Settings = Readonly<Record<string, unknown>>;

/** Settings by name, with whatever values. */
const settings = z.record(z.string(), z.unknown());

/**
 * A workshop's own settings over those of its preset.
 *
 * Settings within settings are merged. In the lists of tables, secrets, buckets, users, roles and alarms, what has the name of
 * one of the preset's goes over that one, what has no name goes over the preset's at the same place, and what has another name is
 * added. Every other list replaces the preset's.
 */
export function mergeSettings(preset: Settings, own: Settings): Settings {
  const merged = Object.entries(own).map(([key, value]) => [key, mergeValue(key, preset[key], value)] as const);
  return { ...preset, ...Object.fromEntries(merged) };
}

function mergeValue(key: string, preset: unknown, own: unknown): unknown {
  const name = nameOf[key];
  if (name !== undefined && Array.isArray(preset) && Array.isArray(own)) return mergeLists(name, preset, own);
  if (isSettings(preset) && isSettings(own)) return { ...preset, ...own };
  return own;
}

function mergeLists(name: string, preset: readonly unknown[], own: readonly unknown[]): unknown[] {
  const merged: unknown[] = [...preset];
  for (const [index, value] of own.entries()) {
    const place = placeOf(name, preset, value, index);
    const under = place === undefined ? undefined : merged[place];
    if (place !== undefined && isSettings(under) && isSettings(value)) merged[place] = mergeThing(under, value);
    else merged.push(value);
  }
  return merged;
}

/** A secret with a value of its own has no name for a value that is generated. */
function mergeThing(preset: Settings, own: Settings): Settings {
  const { username, ...others } = preset;
  const keepsUsername = username !== undefined && own.secretString === undefined;
  return { ...others, ...(keepsUsername && { username }), ...own };
}

/** Which of a preset's things somebody's own goes over, if any. */
function placeOf(name: string, preset: readonly unknown[], own: unknown, index: number): number | undefined {
  if (!isSettings(own)) return undefined;
  if (own[name] === undefined) return index < preset.length ? index : undefined;
  const place = preset.findIndex((value) => isSettings(value) && value[name] === own[name]);
  return place === -1 ? undefined : place;
}

function isSettings(value: unknown): value is Settings {
  return settings.safeParse(value).success;
}
