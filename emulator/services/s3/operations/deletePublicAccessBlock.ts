import { publicAccessBlock } from "../configurations/publicAccessBlock.ts";
import { removeConfiguration } from "../configurations/removeConfiguration.ts";

/** Lets policies make a bucket public. */
export const deletePublicAccessBlock = removeConfiguration("DeletePublicAccessBlock", publicAccessBlock);
