import * as z from "zod";

/** An account in which sandboxes may be, and how Keylab enters it. */
export const sandboxAccount = z
  .object({
    /** Twelve digits. */
    account: z.string(),
    /** The ARN of the role to assume there. Default: {@link defaultRole}. */
    role: z.string().optional(),
    /** What the role's trust policy asks for. No secret. */
    externalId: z.string().optional(),
    /** Of the sandboxes there that have none of their own. Default: that of the target. */
    region: z.string().optional(),
  })
  .readonly();

export type SandboxAccount = z.infer<typeof sandboxAccount>;

/** All accounts of a class, as they are kept, in the order in which they are given to students. */
export const accountsRecord = z.array(sandboxAccount).readonly();

/** The name of the role, where nobody has named another. */
export const defaultRole = "keylab-sandboxes";
