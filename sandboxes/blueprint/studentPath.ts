/** The IAM path of a sandbox's users and roles: nobody else's are below it. */
export function studentPath(lease: string): string {
  return `/keylab/${lease}/`;
}

/**
 * The IAM path of the permissions boundaries of all sandboxes. It is none of a student's own, so that no policy of a student's own name
 * can ever be a boundary.
 */
export const boundaryPath = "/keylab-boundaries/";
