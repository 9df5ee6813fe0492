export { debugProviders } from "../provider/debugProviders.ts";
