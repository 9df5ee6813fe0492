/** What stands in for values that records keep secret. */
export const secretText = "a secret of yours";
