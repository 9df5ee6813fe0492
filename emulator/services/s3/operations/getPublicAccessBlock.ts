import { publicAccessBlock } from "../configurations/publicAccessBlock.ts";
import { readConfiguration } from "../configurations/readConfiguration.ts";

/** Shows what keeps the public out of a bucket. Throws `NoSuchPublicAccessBlockConfiguration`. */
export const getPublicAccessBlock = readConfiguration("GetPublicAccessBlock", publicAccessBlock);
