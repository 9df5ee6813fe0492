import type { Rule } from "./rule.ts";

/**
 * The name of a bucket. S3 takes dots as well and advises against them: HTTPS does not work with such names.
 * Source: S3 User Guide, "General purpose bucket naming rules".
 */
export const bucketName: Rule<string> = {
  allowed: 'a name of 3 to 63 small letters, digits and "-", which begins and ends with a letter or digit',
  accepts: (name) => /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(name),
};
