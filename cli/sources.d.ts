/** Whether everything was bundled after it had last been changed. */
export function isBuilt(): boolean;
