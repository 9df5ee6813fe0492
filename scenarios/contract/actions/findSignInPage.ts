import type { UnprivilegedUserOutputs } from "../../../infra/unprivilegedUser.ts";
import type { Action } from "../action.ts";

/** Looks up where a user signs in to the console, which AWS need not be asked for. Yields the address. */
export function findSignInPage<User extends string>(user: User): Action<Record<User, UnprivilegedUserOutputs>> {
  return {
    operation: "outside of AWS",
    attempt: `find the sign-in page of ${user}`,
    perform: async (deployed) => ({ requestId: undefined, yielded: deployed[user].signInUrl }),
  };
}
