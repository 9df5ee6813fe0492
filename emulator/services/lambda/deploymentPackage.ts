import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { invalidParameterValue } from "./lambdaError.ts";

/** In bytes; `total` is of all functions, which nothing keeps to here. Source: Lambda Developer Guide, "Lambda quotas". */
export const packageLimits = { zipped: 52_428_800, unzipped: 262_144_000, total: 80_530_636_800 };

/** The code of a function as it was uploaded. */
export interface DeploymentPackage {
  readonly zip: Uint8Array;
  /** Of the archive, in base64. */
  readonly sha256: string;
}

/** Checks an archive. Throws InvalidParameterValueException for what is no archive, and for one that is too large. */
export function deploymentPackage(zip: Uint8Array): DeploymentPackage {
  if (zip.length === 0) throw invalidParameterValue("Uploaded file must be a non-empty zip");
  if (zip.length > packageLimits.zipped) {
    throw invalidParameterValue(`Zipped size must be smaller than ${packageLimits.zipped} bytes`);
  }
  unpack(zip);
  return { zip, sha256: createHash("sha256").update(zip).digest("base64") };
}

/** The files of an archive, by their paths; the paths lead to no other folder. Throws as {@link deploymentPackage}. */
export function unpack(zip: Uint8Array): ReadonlyMap<string, Uint8Array> {
  let size = 0;
  const entries = unzipped(zip, ({ originalSize }) => {
    size += originalSize;
    if (size <= packageLimits.unzipped) return true;
    throw invalidParameterValue(`Unzipped size must be smaller than ${packageLimits.unzipped} bytes`);
  });
  const files = Object.entries(entries).filter(([path]) => !path.endsWith("/"));
  if (files.some(([path]) => leadsElsewhere(path))) throw notUnzippable();
  return new Map(files);
}

function unzipped(zip: Uint8Array, filter: (entry: { readonly originalSize: number }) => boolean) {
  try {
    return unzipSync(zip, { filter });
  } catch (error) {
    if (error instanceof Error && "code" in error && typeof error.code === "number") throw notUnzippable();
    throw error;
  }
}

/** An absolute path, or one with a step up. */
function leadsElsewhere(path: string): boolean {
  return path.startsWith("/") || path.includes("\\") || path.includes("\0") || path.split("/").includes("..");
}

function notUnzippable() {
  return invalidParameterValue("Could not unzip uploaded file. Please check your file, then try to upload again.");
}
