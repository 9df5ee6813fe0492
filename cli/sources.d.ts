/** The folders that `keylab` runs, in the sources. */
export const folders: readonly string[];

/** Whether everything was bundled after it had last been changed. */
export function isBuilt(): boolean;
